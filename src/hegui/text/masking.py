"""Personal names and numbers as they may be shown: enough to find them, too little to spread them."""

from __future__ import annotations

_NAME = 4
_HEAD, _TAIL = 3, 2


def masked(words: str) -> str:
    """``words`` with its middle starred out, as long as before: 卢**, 138******78."""
    if len(words) <= _NAME:
        return words[:1] + "*" * (len(words) - 1)
    shown = _HEAD if len(words) > _HEAD + _TAIL + 1 else 1
    return words[:shown] + "*" * (len(words) - shown - _TAIL) + words[-_TAIL:]
