"""A linter for annual reports on building a rule-of-law government (法治政府建设年度报告)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hegui.engine.run import check_text

__version__ = "0.1.0"
__all__ = ["__version__", "check_text"]


def __getattr__(name: str) -> Any:
    if name == "check_text":
        from hegui.engine.run import check_text

        return check_text
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
