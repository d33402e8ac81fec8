"""PRI beyond its examples: check digits, the foot of a report, people at work, names the settings allow."""

from __future__ import annotations

import pytest

from hegui.check import Hit, Severity
from hegui.engine.run import check_text
from hegui.engine.walk import look
from hegui.report.build import Report
from hegui.testing import model_report, read
from hegui_checks.privacy.named_person import named_person
from hegui_checks.privacy.personal_number import _is_identity, _luhn, personal_number
from hegui_checks.privacy.secrecy_mark import secrecy_mark
from tests.installed import fazhi


def report_of(words: str) -> Report:
    return read(model_report(measures=f"一、主要举措和成效\n{words}"), fazhi())


def people(words: str) -> tuple[Hit, ...]:
    return look(named_person, report_of(words)).hits


def test_check_digits() -> None:
    assert _is_identity("11010519491231002X")
    assert not _is_identity("110105194912310021")
    assert _luhn("6222021234567890128")
    assert not _luhn("6222021234567890123")


@pytest.mark.parametrize(
    "words",
    [
        "联系人：王女士，联系电话13812345678",
        "（联系人：李主任，电话：138-1234-5678）",
    ],
)
def test_contact_line_at_the_foot_is_an_info(words: str) -> None:
    text = model_report() + words + "\n"
    (hit,) = look(personal_number, read(text, fazhi())).hits
    assert hit.severity is Severity.INFO
    assert "13812345678" not in hit.message


def test_the_same_number_in_the_text_is_an_error() -> None:
    (hit,) = look(personal_number, report_of("群众王女士反映问题，电话13812345678，已办结。")).hits
    assert hit.severity is None


@pytest.mark.parametrize(
    "words",
    [
        "由陈建明、周晓东、刘志强等3名调解员化解信访积案8件。",
        "成立“陈建明调解工作室”，调解纠纷26件。",
        "邀请陈建明、周晓东等5名乡贤参与矛盾纠纷调解。",
        "党委书记陈建明、镇长周晓东带头接访，化解信访积案8件。",
        "当事人满意率达98%，申请人全部撤回申请。",
        "化解高标准农田、安置房、林权等12件信访积案。",
        "矫正对象全部建档，调解成功率100%。",
        "化解信访积案，解决群众关切的问题；将矛盾化解于萌芽。",
        "信访人王某、李某某、张××签订息访协议。",
    ],
)
def test_people_at_work_and_plain_words_are_silent(words: str) -> None:
    assert not people(words)


def test_a_list_is_one_finding_that_masks_every_name() -> None:
    (hit,) = people("协调解决陈小梅、周建明、袁晓华等8起信访积案。")
    assert len(hit.private) == 3
    assert not any(name in hit.message for name in ("陈小梅", "周建明", "袁晓华"))


def test_petitioners_of_the_sample_are_printed_nowhere() -> None:
    from tests.test_seeds import SEEDS

    result = check_text((SEEDS / "liantang-2023" / "report.txt").read_text("utf-8"))
    (finding,) = [finding for finding in result.findings if finding.code == "PRI002"]
    assert finding.marked == "卢**、魏**、袁**"
    assert not any(name in str(result) for name in ("卢书云", "魏小花", "袁小华"))


def test_settings_allow_a_name() -> None:
    text = report_of("协调解决陈小梅、周建明等8起信访积案。").document
    assert look(named_person, Report(text, fazhi())).hits
    assert not look(named_person, Report(text, fazhi(), names={"allow": ("陈小梅", "周建明")})).hits


def test_secrecy_mark_above_the_title() -> None:
    for mark in ("秘密★1年", "机密", "内部资料，注意保存", "（内部文件，不得外传）"):
        assert look(secrecy_mark, read(f"{mark}\n{model_report()}", fazhi())).hits, mark
