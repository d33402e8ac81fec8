"""The outputs of one run: written as the files come where the format can, else whole at the end."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Protocol

from hegui.cli.console import err, out
from hegui.cli.group import BROKEN, USAGE
from hegui.engine.errors import UsageError, nearest

if TYPE_CHECKING:
    from pathlib import Path

    from hegui.engine.writing import Draft
    from hegui.finding import FileResult, Outcome
    from hegui.hooks import Reporter, Stream, View

    Begin = Callable[[View], Stream]
HUMAN = ("text", "concise", "statistics")
UNEXPLAINED = ("text", "concise", "json", "jsonl", "github")


class Output:
    """One output; no ``place`` means standard output. ``code`` is 0 until it fails, and then it is silent."""

    def __init__(self, reporter: Reporter, place: Path | None, view: View) -> None:
        self.reporter = reporter
        self.view = view
        self.code = 0
        self.human = place is None and reporter.name in HUMAN
        self.explains = reporter.name not in UNEXPLAINED
        self._begin: Begin | None = getattr(reporter, "begin", None)
        self._stream: Stream | None = None
        self._sink: _Sink = _File(place) if place else _Standard()

    @property
    def streams(self) -> bool:
        """Whether it is written file by file."""
        return self._begin is not None

    def file(self, result: FileResult) -> None:
        """One more file."""
        if begin := self._begin:
            self._put(lambda: self._begun(begin).file(result))

    def end(self, outcome: Outcome) -> None:
        """All files are told; ``outcome`` holds them for an output that does not stream."""
        if begin := self._begin:
            self._put(lambda: self._begun(begin).end(outcome))
        else:
            self._put(lambda: self.reporter.render(outcome, self.view))
        self._write(self._sink.keep)

    def drop(self) -> None:
        """The run has no end: what stood in the file stays."""
        self._sink.drop()

    def _begun(self, begin: Begin) -> Stream:
        if self._stream is None:
            self._stream = begin(self.view)
        return self._stream

    def _put(self, make: Callable[[], str | bytes]) -> None:
        if self.code:
            return
        try:
            content = make()
        except Exception as error:  # a reporter may be a stranger's code
            from hegui.engine.plugins import told

            err(f"hegui：输出格式 {self.reporter.name} 出错：{told(error)}")
            self.drop()
            self.code = BROKEN
        else:
            self._write(lambda: self._sink.write(content))

    def _write(self, act: Callable[[], None]) -> None:
        if self.code:
            return
        try:
            act()
        except OSError as error:
            err(f"hegui：{self._sink.failure(error)}")
            self.code = USAGE


class _Sink(Protocol):
    def write(self, content: str | bytes) -> None: ...
    def keep(self) -> None: ...
    def drop(self) -> None: ...
    def failure(self, error: OSError) -> str: ...


class _Standard:
    def write(self, content: str | bytes) -> None:
        out(content)

    def keep(self) -> None:
        pass

    def drop(self) -> None:
        pass

    def failure(self, error: OSError) -> str:
        return f"无法写入标准输出（{error.strerror}）"


class _File:
    def __init__(self, place: Path) -> None:
        self._place = place
        self._draft: Draft | None = None

    def write(self, content: str | bytes) -> None:
        self._drafted().write(content.encode("utf-8", "replace") if isinstance(content, str) else content)

    def keep(self) -> None:
        self._drafted().keep()

    def drop(self) -> None:
        if self._draft:
            self._draft.drop()

    def failure(self, error: OSError) -> str:
        from hegui.engine.writing import unwritable

        return unwritable(self._place, error)

    def _drafted(self) -> Draft:
        if self._draft is None:
            from hegui.engine.writing import Draft

            self._draft = Draft(self._place)
        return self._draft


class Outputs:
    """All outputs of one run; one that fails does not stop the others. ``wants`` is what their reporters want.

    ``spared`` is what none of them shows.
    """

    def __init__(self, outputs: Iterable[Output]) -> None:
        self._all = tuple(outputs)
        self.human = any(output.human for output in self._all)
        self.wants = frozenset(want for output in self._all for want in getattr(output.reporter, "wants", ()))
        spared = [set(getattr(output.reporter, "spares", ())) for output in self._all]
        self.spared = tuple(sorted(set.intersection(*spared))) if spared else ()

    def write(self, files: Iterator[FileResult], outcome: Callable[..., Outcome]) -> int:
        """Write ``files`` as they come, then what ``outcome`` makes of the run; the code to end with.

        The files are kept until then only where an output needs them all. Raises what ``files`` raises, and
        then leaves every file as it was.
        """
        kept: list[FileResult] = []
        unread: list[tuple[str, str]] = []
        try:
            for result in files:
                for output in self._all:
                    output.file(result)
                if not all(output.streams for output in self._all):
                    kept.append(result)
                if result.error is not None:
                    unread.append((result.path, result.error))
            ended = outcome(tuple(kept), explained=any(output.explains for output in self._all))
            for output in self._all:
                output.end(ended)
        except BaseException:
            for output in self._all:
                output.drop()
            raise
        if not self.human:
            _warn(unread, ended)
        return max((output.code for output in self._all), key=(0, USAGE, BROKEN).index) or int(ended.exit_code)


def _warn(unread: Iterable[tuple[str, str]], outcome: Outcome) -> None:
    """What went wrong, for the eyes of someone who does not see the output."""
    for path, error in unread:
        err(f"{path}：{error}")
    for crash in outcome.crashes:
        err(f"{crash.path}：规则 {crash.check} 出错：{crash.message}")
    for broken in outcome.broken:
        err(f"插件 {broken.plugin}（{broken.distribution}）有问题：{broken.message}")


def parse(
    main: str, place: str | None, reports: Iterable[str], reporters: dict[str, Reporter], looks: View
) -> Iterator[Output]:
    """The main output, at ``place`` where given, and one for each ``FORMAT=FILE``.

    Raises UsageError before any work is done for them.
    """
    wanted: list[tuple[str, str | None]] = [(main, place)]
    for report in reports:
        name, _, written = report.partition("=")
        if not written:
            raise UsageError(f"--report 应写成 格式=文件，例如 --report json=结果.json，不能是 {report}")
        wanted.append((name, written))
    taken: set[Path] = set()
    for name, target in wanted:
        if name not in reporters:
            known = "、".join(sorted(reporters))
            raise UsageError(f"没有 {name} 这种输出格式，可用的有 {known}{nearest(name, reporters)}")
        if missing := getattr(reporters[name], "missing", str)():
            raise UsageError(missing)
        file = _path(target) if target else None
        if file and file.resolve() in taken:
            raise UsageError(f"有两份输出都要写入 {file.as_posix()}")
        taken |= {file.resolve()} if file else set()
        yield Output(reporters[name], file, looks._replace(color=False, width=80, terminal=False) if file else looks)


def _path(written: str) -> Path:
    from pathlib import Path

    return Path(written)
