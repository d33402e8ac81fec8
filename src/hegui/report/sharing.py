"""What several checks ask of one report, worked out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from hegui.report.build import Report

T = TypeVar("T")


def shared(work: Callable[[Report], T]) -> Callable[[Report], T]:
    """``work``, done at most once for a report; what it returns is kept with the report and goes with it."""

    @wraps(work)
    def asked(report: Report) -> T:
        known = report.known
        if work not in known:
            known[work] = work(report)
        done: T = known[work]
        return done

    return asked
