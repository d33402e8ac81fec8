"""The main job: files in, one Outcome out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from hegui import __version__
from hegui.check import Severity
from hegui.engine.files import STDIN, Unfit, walk
from hegui.engine.plugins import Plugins
from hegui.engine.select import SEVERITIES
from hegui.engine.session import Request, Session, unread
from hegui.finding import Broken, Crash, ExitCode, FileResult, Finding, Outcome, Skipped, Summary, Tool

NEVER = "never"


def run(request: Request, plugins: Plugins | None = None) -> Outcome:
    """Check everything that ``request`` names; raises UsageError, and SettingsError for a wrong settings file."""
    return execute(Session(request, plugins))


def execute(session: Session) -> Outcome:
    """Check everything that the request of ``session`` names; raises SettingsError."""
    request = session.request
    found = walk((path for path in request.paths if path != STDIN), session.plugins.loaders)
    inputs: list[tuple[str, bytes | None]] = [(path, None) for path in found.files]
    if STDIN in request.paths:
        inputs.insert(0, (request.stdin_name, request.stdin))
    files = [unread(unfit.path, unfit.reason) for unfit in found.unfit]
    skipped = list(found.skipped)
    for done, (path, given) in enumerate(inputs):
        if request.progress:
            request.progress(done, len(inputs))
        data = session.read(path) if given is None else given
        result = unread(path, data.reason) if isinstance(data, Unfit) else session.check(path, data)
        if isinstance(result, Skipped):
            skipped.append(result)
        else:
            files.append(result)
    return _outcome(session, sorted(files, key=lambda file: file.path), sorted(skipped))


def _outcome(session: Session, files: Sequence[FileResult], skipped: Sequence[Skipped]) -> Outcome:
    checked = [file for file in files if file.error is None]
    totals = {name: sum(file.counts[name] for file in checked) for name in SEVERITIES}
    broken, crashes = tuple(session.plugins.broken), tuple(session.crashes)
    return Outcome(
        tool=Tool("hegui", __version__),
        exit_code=exit_code(session, files, crashes, broken),
        partial=session.partial,
        files=tuple(files),
        skipped=tuple(skipped),
        crashes=crashes,
        broken=broken,
        summary=Summary(len(checked), **totals),
    )


def exit_code(
    session: Session, files: Sequence[FileResult], crashes: Sequence[Crash], broken: Sequence[Broken]
) -> ExitCode:
    """How the run ends: the first that holds of broken, unreadable, findings, nothing checked, clean."""
    request = session.request
    if crashes or broken:
        return ExitCode.BROKEN
    if any(file.error is not None for file in files):
        return ExitCode.USAGE
    findings = [finding for file in files for finding in file.findings]
    if _fails(findings, request.fail_on or session.settings.fail_on or "error", request.max_warnings):
        return ExitCode.FINDINGS
    if (not files or session.idle) and not request.allow_empty:
        return ExitCode.NOTHING
    return ExitCode.CLEAN


def _fails(findings: Sequence[Finding], fail_on: str, max_warnings: int | None) -> bool:
    warnings = sum(finding.severity is Severity.WARNING for finding in findings)
    if max_warnings is not None and warnings > max_warnings:
        return True
    return fail_on != NEVER and any(finding.severity >= SEVERITIES[fail_on] for finding in findings)


@cache
def _plugins() -> Plugins:
    return Plugins()


def check_text(text: str, kind: str = "fazhi", *, draft: bool = False) -> FileResult:
    """What is found in a report given as plain text; settings files play no part.

    ``kind`` is auto or the name of a kind; raises UsageError for one that is not there. A text that cannot
    be checked has the reason in ``error``.
    """
    session = Session(Request(("-",), kind=kind, draft=draft), _plugins(), settled=True)
    result = session.check("-", text.encode("utf-8", "replace"))
    return unread(result.path, result.reason) if isinstance(result, Skipped) else result
