"""The contract for programs; ``outcome.schema.json`` beside this file describes it."""

from __future__ import annotations

import json

from hegui.finding import Outcome, plain
from hegui.hooks import View


def render(outcome: Outcome, _view: View) -> str:
    """The outcome as JSON, ``version`` first."""
    table = {"version": outcome.version} | plain(outcome)
    del table["rules"]  # ``hegui rules --format json`` tells them
    return json.dumps(table, ensure_ascii=False, indent=2, allow_nan=False, default=str) + "\n"
