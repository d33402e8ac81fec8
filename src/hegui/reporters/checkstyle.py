"""Checkstyle's XML, which many reviewing tools read: a file, its errors, each with line, severity and rule."""

from __future__ import annotations

from collections.abc import Iterator

from hegui.finding import FileResult, Outcome
from hegui.hooks import View
from hegui.reporters.plain import line, message, relative, xml_tag


def render(outcome: Outcome, _view: View) -> str:
    """The whole output; files without findings are named too."""
    body = "".join(f"{text}\n" for file in outcome.files for text in _file(file))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n{body}</checkstyle>\n'


def _file(file: FileResult) -> Iterator[str]:
    yield f"  <{xml_tag('file', name=relative(file.path))}>"
    for finding in file.findings:
        tag = xml_tag(
            "error",
            line=line(finding),
            column=finding.location.column,
            severity=finding.severity.name.lower(),
            message=message(finding),
            source=f"hegui.{finding.code}",
        )
        yield f"    <{tag}/>"
    if file.error is not None:
        tag = xml_tag("error", line=1, severity="error", message=f"读不了：{file.error}", source="hegui.unreadable")
        yield f"    <{tag}/>"
    yield "  </file>"
