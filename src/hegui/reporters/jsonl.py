"""JSON, a line a file as it is checked; ``line.schema.json`` beside this file describes the lines.

The last line is the closing line, known by its key ``exit_code``: where it is missing, the run broke off.
"""

from __future__ import annotations

import json
from typing import Any

from hegui.finding import FileResult, Outcome, plain
from hegui.hooks import Stream, View, whole
from hegui.reporters.plain import whole_text


def render(outcome: Outcome, view: View) -> str:
    """The whole output."""
    return whole(begin(view), outcome)


def begin(_view: View) -> Stream:
    """File objects, then the closing line."""
    return _Lines()


class _Lines:
    def file(self, file: FileResult) -> str:
        return _line(plain(file))

    def end(self, outcome: Outcome) -> str:
        closing = {"version": outcome.version} | plain(outcome)
        del closing["files"], closing["rules"]
        return _line(closing)


def _line(table: dict[str, Any]) -> str:
    dumped = json.dumps(table, ensure_ascii=False, separators=(",", ":"), allow_nan=False, default=str)
    return whole_text(dumped) + "\n"
