"""The contract for programs; ``outcome.schema.json`` beside this file describes it."""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from hegui.finding import Outcome, plain
from hegui.hooks import View

_OTHERS = json.JSONEncoder(ensure_ascii=False, allow_nan=False, default=str)


def render(outcome: Outcome, _view: View) -> str:
    """The outcome as JSON, ``version`` first."""
    table = {"version": outcome.version} | plain(outcome)
    del table["rules"]  # ``hegui rules --format json`` tells them
    return _indented(table, "\n") + "\n"


def _indented(value: Any, line: str) -> str:
    """``value`` as ``json.dumps`` writes it with an indent of two, which takes it far longer.

    ``line`` is a line break and the indent of what is around.
    """
    kind = type(value)
    if kind is str:
        return encode_basestring(value)
    if kind is int:
        return str(value)
    if value is None:
        return "null"
    inner = f"{line}  "
    if kind is dict and value:
        rows = [f"{encode_basestring(key)}: {_indented(item, inner)}" for key, item in value.items()]
        return f"{{{inner}{f',{inner}'.join(rows)}{line}}}"
    if kind is list and value:
        return f"[{inner}{f',{inner}'.join([_indented(item, inner) for item in value])}{line}]"
    return _OTHERS.encode(value)
