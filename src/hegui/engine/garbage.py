"""How often Python looks for garbage."""

from __future__ import annotations

import gc

_NEW, _YOUNG, _OLD = 100_000, 50, 1000


def seldom() -> None:
    """Look for rings of objects seldom: what is imported stays, and a report that is done with leaves hardly any.

    With Python's own thresholds the looking grows faster than a long report does.
    """
    gc.freeze()
    gc.set_threshold(_NEW, _YOUNG, _OLD)
    gc.enable()
