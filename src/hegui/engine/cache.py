"""What was seen in a file before need not be looked for again.

A result is kept for the bytes of a file and all that decides what is seen in them: the program, the plugins and
their tables, the settings that a reading or a rule depends on. It holds what every rule sees; which of them a user
wants to hear of, how grave they are to him, and what he ignores is decided afterwards.
"""

from __future__ import annotations

from collections.abc import Iterable

from hegui.engine.conclude import conclude
from hegui.engine.files import Unfit
from hegui.engine.packing import unpack
from hegui.engine.session import Checked, Session
from hegui.engine.store import Store, place
from hegui.finding import Skipped


class Cache:
    """The results of earlier runs for one session, and those that this one adds."""

    def __init__(self, session: Session, store: Store | None = None) -> None:
        self._session = session
        self._store = store or Store(place())

    @property
    def usable(self) -> bool:
        """Whether anything can be kept."""
        return self._store.usable

    def known(self, files: Iterable[str]) -> dict[str, bytes]:
        """The keys of those of ``files`` whose results are kept."""
        keys: dict[str, bytes] = {}
        for path in files:
            data = self._session.read(path)
            if not isinstance(data, Unfit):
                keys[path] = self._session.key(path, data)
        held = self._store.known(list(keys.values()))
        return {path: key for path, key in keys.items() if key in held}

    def recall(self, path: str, key: bytes) -> Checked:
        """What is found in the file at ``path``, from what is kept for ``key``, or else by looking."""
        value = self._store.get(key)
        checked = value and _recalled(self._session, path, value)
        return checked or self._session.check_file(path)

    def keep(self, checked: Checked) -> Checked:
        """``checked`` without what is new in it, which is kept."""
        if checked.fresh:
            self._store.put(*checked.fresh)
            checked = checked._replace(fresh=None)
        return checked

    def close(self) -> None:
        """Keep what is still to be kept."""
        self._store.close()


def _recalled(session: Session, path: str, value: bytes) -> Checked | None:
    """What a kept value tells of the file at ``path``; None when it does not fit what is asked for."""
    plan = session.plan(path)
    try:
        kept = unpack(value, path, (rule.check for rule in plan.rules))
        if isinstance(kept, str):
            return Checked(Skipped(path, kept))
        examined, sketch = kept
    except (ValueError, TypeError, LookupError, RecursionError):
        return None
    return Checked(conclude(examined, plan).result, (), sketch) if plan.hides(examined) else None
