from __future__ import annotations

from pathlib import Path

from hegui.engine.session import Request, Session
from hegui.engine.timing import BUILD, LOAD, RULES, STAGES, TimedSession, told
from tests.installed import plugins

SEED = Path(__file__).parents[2] / "seeds" / "qunan-2024" / "report.txt"


def timed() -> tuple[TimedSession, object]:
    session = TimedSession(Request(("-",)), plugins(), settled=True)
    return session, session.check("report.txt", SEED.read_bytes())


def test_a_stopwatch_changes_nothing() -> None:
    plain = Session(Request(("-",)), plugins(), settled=True).check("report.txt", SEED.read_bytes())
    assert timed()[1] == plain


def test_every_stage_and_every_rule_is_timed() -> None:
    timing = timed()[0].timing
    rules = timed()[0].plan("report.txt").rules
    assert set(timing.rules) == {rule.check.code for rule in rules}
    assert all(timing.stages[stage] > 0 for stage in (LOAD, BUILD, RULES))
    assert timing.stages[RULES] == sum(timing.rules.values())
    assert (timing.reports, timing.characters > 3000) == (1, True)


def test_what_is_no_report_costs_reading_only() -> None:
    session = TimedSession(Request(("-",)), plugins(), settled=True)
    session.check("a.txt", "会议通知\n定于3月1日召开会议，请准时参加。".encode())
    assert session.timing.reports == 0
    assert session.timing.stages[LOAD] > 0
    assert not session.timing.rules


def test_the_table_names_the_stages_and_the_three_dearest_rules() -> None:
    timing = timed()[0].timing
    lines = list(told(timing))
    assert [line.split()[1] for line in lines[1:7]] == [*STAGES, "合计"]
    dearest = sorted(timing.rules, key=lambda code: -timing.rules[code])[:3]
    assert lines[7].endswith("、".join(dearest))
    assert len(lines) == 8 + len(timing.rules)
    assert f"{timing.each(timing.rules[dearest[0]]):.3f}" in lines[8]
    assert dearest[0] in lines[8]


def test_a_session_that_keeps_time_keeps_to_one_process() -> None:
    assert not TimedSession(Request(("-",))).alike
