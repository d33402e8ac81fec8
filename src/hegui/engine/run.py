"""The main job: files in, one Outcome out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

from hegui import __version__
from hegui.check import Check
from hegui.engine.files import STDIN, Unfit, walk
from hegui.engine.plugins import Plugins
from hegui.engine.select import SEVERITIES
from hegui.engine.session import Checked, Request, Session, unread
from hegui.finding import BasisText, Broken, Crash, ExitCode, FileResult, Outcome, RuleText, Skipped, Summary, Tool
from hegui.text import paths

if TYPE_CHECKING:
    from pathlib import Path

    from hegui.engine.baseline import Baseline
    from hegui.engine.cache import Cache
    from hegui.engine.pool import Pool

NEVER = "never"
SOME = 20  # files from which the cache is worth its opening
MANY = 40  # files from which further processes are worth their start
Input = tuple[str, bytes | Unfit | None]  # a path, and what is known of its content before it is read


def run(request: Request, plugins: Plugins | None = None) -> Outcome:
    """Check everything that ``request`` names; raises UsageError, and SettingsError for a wrong settings file."""
    work = Run(Session(request, plugins))
    return work.outcome(tuple(work.files()))


def inputs(session: Session) -> tuple[list[Input], tuple[Skipped, ...]]:
    """The files that the request of ``session`` names, sorted by path, and those that are passed over."""
    request = session.request
    found = walk((path for path in request.paths if path != STDIN), session.plugins.loaders)
    if request.diff_base is not None:
        from hegui.engine.changed import Changed

        found = found.among(Changed(request.diff_base))
    files: list[Input] = [(path, None) for path in found.files]
    files += [(unfit.path, unfit) for unfit in found.unfit]
    if STDIN in request.paths:
        files.append((request.stdin_name, request.stdin))
    return sorted(files, key=lambda given: given[0]), found.skipped


class Run:
    """The files of one session, checked one by one; the totals grow as they are asked for.

    ``progress`` is told after each file how many are done, of how many. ``baseline`` holds accepted findings; None
    is the one that the request or the settings name. Raises UsageError for one that cannot be read.
    """

    def __init__(
        self,
        session: Session,
        progress: Callable[[int, int], None] | None = None,
        baseline: Baseline | None = None,
    ) -> None:
        self.session = session
        self.baseline = baseline or _baseline(session)
        self._progress = progress
        self._done = self._files = 0
        self._totals = dict.fromkeys(SEVERITIES, 0)
        self._checked = self._unread = 0
        self._partial = self._mixed = False
        self._rules: dict[str, Check] = {}
        self._plans: set[int] = set()
        self._skipped: list[Skipped] = []
        self._crashes: list[Crash] = []

    def files(self) -> Iterator[FileResult]:
        """What is found in each file, sorted by path, as it comes; raises SettingsError."""
        found, skipped = inputs(self.session)
        self._skipped += skipped
        self._files = len(found)
        suffixes = {paths.suffix(path) for path, _ in found}
        self._mixed = len(suffixes) > 1 and any(path not in self.session.named for path, _ in found)
        self.session.sketches = self._mixed
        for path, checked in self._once(self._counted(self._look(found))):
            result = self._take(path, checked)
            if isinstance(result, Skipped):
                self._skipped.append(result)
            else:
                if self.baseline:
                    result = self.baseline.hold(result)
                self._count(result)
                yield result

    def _counted(self, looked: Iterable[tuple[str, Checked]]) -> Iterator[tuple[str, Checked]]:
        for path, checked in looked:
            self._done += 1
            if self._progress:
                self._progress(self._done, self._files)
            yield path, checked

    def _once(self, looked: Iterator[tuple[str, Checked]]) -> Iterator[tuple[str, Checked]]:
        """The same, but for one report in two formats: then all files are waited for, and one of the two counts."""
        if not self._mixed:
            yield from looked
            return
        from hegui.engine.twins import Found, twins

        found = list(looked)
        again = twins((Found(path, checked.sketch) for path, checked in found), self.session.named)
        for path, checked in found:
            yield path, checked._replace(result=again.get(path, checked.result))

    @property
    def so_far(self) -> str:
        """How far the run has come, in Chinese, for one that is interrupted."""
        found = "、".join(f"{SEVERITIES[name].label} {count}" for name, count in self._totals.items())
        return f"{self._files} 个文件中已检查 {self._done} 个（{found}）"

    def _look(self, found: Sequence[Input]) -> Iterator[tuple[str, Checked]]:
        """Each path with what is found in its file, by as many processes as are worth it."""
        unread_yet = [path for path, given in found if given is None]
        cache = self._cache(len(unread_yet))
        known = cache.known(unread_yet) if cache else {}
        left = [path for path in unread_yet if path not in known]
        pool = self._pool(len(left))
        checked = pool.check(left) if pool else map(self.session.check_file, left)
        try:
            for path, given in found:
                if isinstance(given, Unfit):
                    yield path, Checked(unread(path, given.reason))
                elif given is not None:
                    yield path, self.session.check(path, given)
                elif cache:
                    yield path, cache.keep(cache.recall(path, known[path]) if path in known else next(checked))
                else:
                    yield path, next(checked)
        finally:
            if cache:
                cache.close()
        if pool:
            self.session.plugins.broken += [one for one in pool.broken if one not in self.session.plugins.broken]

    def _cache(self, files: int) -> Cache | None:
        """The cache, where ``files`` files are worth it and it can be used; else nobody fills it."""
        session = self.session
        request = session.request
        cache = None
        if request.cache and files >= SOME and session.alike and not request.keep and not session.plugins.adjusts:
            with suppress(ImportError):  # Python may come without SQLite
                from hegui.engine.cache import Cache

                cache = Cache(session)
        if cache is None or not cache.usable:
            session.request = request._replace(cache=False)
            return None
        return cache

    def _pool(self, files: int) -> Pool | None:
        jobs = self.jobs(files)
        if jobs < 2:
            return None
        from hegui.engine.pool import Pool

        return Pool(self.session.request, jobs, sketches=self._mixed)

    def jobs(self, files: int) -> int:
        """How many processes are to check ``files`` files."""
        asked = self.session.request.jobs or self.session.settings.jobs
        if files < 2 or not self.session.alike or asked == 1 or (asked is None and files < MANY):
            return 1
        from hegui.engine.pool import processors

        return min(asked or processors(), files)

    def _take(self, path: str, checked: Checked) -> FileResult | Skipped:
        self._crashes += checked.crashes
        if isinstance(checked.result, FileResult) and checked.result.error is None:
            plan = self.session.plan(path)
            self._partial |= not plan.whole
            if id(plan.rules) not in self._plans:
                self._plans.add(id(plan.rules))
                self._rules |= {rule.check.code: rule.check for rule in plan.rules}
        return checked.result

    def _count(self, result: FileResult) -> None:
        if result.error is not None:
            self._unread += 1
            return
        self._checked += 1
        for name in self._totals:
            self._totals[name] += result.counts[name]

    def outcome(self, files: tuple[FileResult, ...] = (), *, explained: bool = True) -> Outcome:
        """The whole run when its files have been asked for; ``files`` are those it shall hold.

        ``explained`` adds the rules that ran.
        """
        broken = tuple(self.session.plugins.broken)
        return Outcome(
            tool=Tool("hegui", __version__),
            exit_code=self._exit_code(broken),
            partial=self._partial,
            files=files,
            skipped=tuple(sorted(self._skipped)),
            crashes=tuple(self._crashes),
            broken=broken,
            summary=Summary(self._checked, **self._totals),
            rules=told_rules(self._rules.values()) if explained else (),
            baseline=self.baseline is not None,
        )

    def _exit_code(self, broken: Sequence[Broken]) -> ExitCode:
        """The first that holds of broken, unreadable, findings, nothing checked, clean."""
        if self._crashes or broken:
            return ExitCode.BROKEN
        if self._unread:
            return ExitCode.USAGE
        if self._fails():
            return ExitCode.FINDINGS
        if (not self._checked or not self._rules) and not self.session.request.allow_empty:
            return ExitCode.NOTHING
        return ExitCode.CLEAN

    def _fails(self) -> bool:
        request = self.session.request
        settings = self.session.settings
        fail_on = request.fail_on or settings.fail_on or "error"
        most = settings.max_warnings if request.max_warnings is None else request.max_warnings
        if (most is not None and self._totals["warning"] > most) or (request.strict_skip and self._skipped):
            return True
        return fail_on != NEVER and any(
            count and SEVERITIES[name] >= SEVERITIES[fail_on] for name, count in self._totals.items()
        )


def _baseline(session: Session) -> Baseline | None:
    place = baseline_place(session)
    if place is None:
        return None
    from hegui.engine.baseline import load

    return load(place)


def baseline_place(session: Session) -> Path | None:
    """The file of accepted findings: as the request names it, else the settings, from their folder."""
    named = session.request.baseline
    if not named and session.settings.baseline:
        named = paths.below(paths.child(session.settings.folder, session.settings.baseline), paths.absolute("."))
    if not named:
        return None
    from pathlib import Path

    return Path(named)


def told_rules(checks: Iterable[Check]) -> tuple[RuleText, ...]:
    """What is told of each rule once, by code."""
    return tuple(_told(check) for check in sorted(checks, key=lambda check: check.code))


def _told(check: Check) -> RuleText:
    basis = BasisText(check.basis.text, check.basis.strength.value)
    return RuleText(check.code, check.slug, check.name, check.severity, basis, check.rationale)


@cache
def _plugins() -> Plugins:
    return Plugins()


def check_text(text: str, kind: str = "fazhi", *, draft: bool = False) -> FileResult:
    """What is found in a report given as plain text; settings files play no part.

    ``kind`` is auto or the name of a kind; raises UsageError for one that is not there. A text that cannot
    be checked has the reason in ``error``.
    """
    session = Session(Request(("-",), kind=kind, draft=draft), _plugins(), settled=True)
    result = session.check("-", text.encode("utf-8", "replace")).result
    return unread(result.path, result.reason) if isinstance(result, Skipped) else result
