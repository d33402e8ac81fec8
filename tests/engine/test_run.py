from pathlib import Path

import pytest

import hegui
from hegui.api import Report, Severity
from hegui.engine.discover import EntryPoint
from hegui.engine.errors import SettingsError, UsageError
from hegui.engine.run import check_text, run
from hegui.engine.select import Choice
from hegui.engine.session import Request
from hegui.finding import ExitCode
from hegui.testing import model_report
from tests.engine.conftest import Run
from tests.plugs import crashing, plugin, word_check

GOOD = model_report().encode()
MINUTES = "会议纪要\n今天开会讨论了一些事情。\n".encode()
ERROR = word_check("执法", once=True)
WARNING = word_check("普法", "TST002", once=True, severity=Severity.WARNING)


def put(**files: bytes) -> None:
    for name, data in files.items():
        Path(f"{name}.txt").write_bytes(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "文件是空的"),
        (b" \n\r\n", "文件是空的"),
        (b"\x00\x01\x02\xff" * 50, "二进制"),
        ("縣政府關於法治建設情況的報告，這個問題對我們來說時間不夠。".encode("big5") * 20, "Big5"),
        ("报告".encode("utf-16-le") * 200, "UTF-16"),
        (b"\xff\xfe\x00", "utf-16-le"),
        (b"\x81\x20\xff\xff" * 100, "无法解码"),
    ],
)
def test_what_cannot_be_read_is_one_line_and_the_rest_is_checked(run_files: Run, data: bytes, reason: str) -> None:
    put(bad=data, good=GOOD)
    outcome = run_files("bad.txt", "good.txt")
    bad, good = outcome.files
    assert reason in str(bad.error)
    assert "\n" not in str(bad.error)
    assert bad.counts == {"error": 0, "warning": 0, "info": 0}
    assert (good.error, good.kind) == (None, "fazhi")
    assert outcome.exit_code is ExitCode.USAGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_encodings_that_are_read_give_the_same_places(run_files: Run, encoding: str) -> None:
    put(甲=model_report().encode(encoding))
    (finding,) = run_files("甲.txt", checks=[ERROR]).files[0].findings
    assert (finding.location.line, finding.location.column) == (7, 8)


def test_crlf_and_lf_give_the_same_places(run_files: Run) -> None:
    put(a=GOOD, b=GOOD.replace(b"\n", b"\r\n"))
    lf, crlf = run_files(checks=[ERROR]).files
    assert [f.location for f in lf.findings] == [f.location for f in crlf.findings]
    assert [r.location for f in lf.findings for r in f.related] == [
        r.location for f in crlf.findings for r in f.related
    ]


def test_exit_codes_by_what_holds_first(run_files: Run) -> None:
    assert run_files().exit_code is ExitCode.NOTHING
    assert run_files(allow_empty=True).exit_code is ExitCode.CLEAN
    put(纪要=MINUTES)
    outcome = run_files()
    assert (outcome.exit_code, len(outcome.skipped), outcome.files) == (ExitCode.NOTHING, 1, ())
    put(好=GOOD)
    assert run_files().exit_code is ExitCode.CLEAN
    assert run_files(checks=[ERROR]).exit_code is ExitCode.FINDINGS
    assert run_files(".", "missing.txt", checks=[ERROR]).exit_code is ExitCode.USAGE
    assert run_files(".", "missing.txt", checks=[ERROR, crashing()]).exit_code is ExitCode.BROKEN
    assert run_files(".", points=[EntryPoint("bad", "no_such_module", "bad-dist")]).exit_code is ExitCode.BROKEN
    assert run_files("missing.txt", allow_empty=True).exit_code is ExitCode.USAGE


@pytest.mark.parametrize(
    ("fail_on", "max_warnings", "expected"),
    [
        (None, None, 0),
        ("error", None, 0),
        ("warning", None, 1),
        ("info", None, 1),
        ("never", None, 0),
        (None, 1, 0),
        ("never", 0, 1),
    ],
)
def test_what_fails(run_files: Run, fail_on: str | None, max_warnings: int | None, expected: int) -> None:
    put(好=GOOD)
    outcome = run_files(checks=[WARNING], fail_on=fail_on, max_warnings=max_warnings)
    assert outcome.summary == (1, 0, 1, 0)
    assert outcome.exit_code == expected


def test_no_rules_is_nothing_checked(run_files: Run) -> None:
    put(好=GOOD)
    outcome = run_files(checks=[ERROR], choice=Choice(ignore=("ALL",)))
    assert (outcome.exit_code, outcome.partial) == (ExitCode.NOTHING, True)


def test_fail_on_and_severity_of_the_settings(run_files: Run, folder: Path) -> None:
    put(好=GOOD)
    (folder / "hegui.toml").write_text('fail-on = "never"', encoding="utf-8")
    assert run_files(checks=[ERROR]).exit_code is ExitCode.CLEAN
    assert run_files(checks=[ERROR], fail_on="error").exit_code is ExitCode.FINDINGS
    (folder / "hegui.toml").write_text('severity = { TST = "info" }', encoding="utf-8")
    assert run_files(checks=[ERROR]).summary == (1, 0, 0, 1)
    (folder / "hegui.toml").write_text('severity = { TST002 = "error" }', encoding="utf-8")
    assert run_files(checks=[WARNING]).summary == (1, 1, 0, 0)


def test_the_nearest_settings_rule_over_each_file(run_files: Run, folder: Path) -> None:
    for name in ("a", "b"):
        (folder / name).mkdir()
        (folder / name / "r.txt").write_bytes(GOOD)
    (folder / "a" / "hegui.toml").write_text('ignore = ["TST"]', encoding="utf-8")
    assert [len(file.findings) for file in run_files(checks=[ERROR]).files] == [0, 1]


def test_rows_of_files(run_files: Run, folder: Path) -> None:
    put(甲=GOOD, 纪要=MINUTES)
    rows = '[[files]]\npath = "纪*"\nkind = "fazhi"\nselect = ["TST"]\nseverity = { TST001 = "warning" }\n'
    (folder / "hegui.toml").write_text(rows, encoding="utf-8")
    outcome = run_files(checks=[word_check("会", once=True), word_check("没有的词", "XXX001")])
    assert [(file.path, file.counts["warning"], file.counts["error"]) for file in outcome.files] == [
        ("甲.txt", 0, 1),
        ("纪要.txt", 1, 0),
    ]
    assert outcome.partial


def test_kind_is_forced_by_settings_and_undone_by_the_command_line(run_files: Run, folder: Path) -> None:
    put(纪要=MINUTES)
    (folder / "hegui.toml").write_text('kind = "fazhi"', encoding="utf-8")
    assert [file.kind for file in run_files().files] == ["fazhi"]
    (folder / "hegui.toml").write_text('kind = "fazi"', encoding="utf-8")
    with pytest.raises(UsageError, match=r"hegui\.toml：kind 没有名为 fazi 的报告种类，是不是想写 fazhi"):
        run_files()
    with pytest.raises(UsageError, match="--kind：没有名为 fazzi"):
        run_files(kind="fazzi")


def test_unknown_selectors(run_files: Run, folder: Path) -> None:
    put(好=GOOD)
    with pytest.raises(UsageError, match="TST01 的规则，是不是想写 TST001"):
        run_files(checks=[ERROR], choice=Choice(select=("TST01",)))
    (folder / "hegui.toml").write_text('[severity]\nTSTT = "off"', encoding="utf-8")
    with pytest.raises(SettingsError, match=r"hegui\.toml：没有编号"):
        run_files(checks=[ERROR])
    broken = EntryPoint("bad", "no_such_module", "bad-dist")
    assert run_files(checks=[ERROR], points=[broken]).exit_code is ExitCode.BROKEN, "the broken plugin is the news"
    assert run_files(checks=[ERROR], points=[broken], disable=("bad",)).exit_code is ExitCode.FINDINGS


def test_grade_score_and_partial(run_files: Run) -> None:
    put(好=GOOD)
    (clean,) = run_files(checks=[word_check("没有的词")]).files
    assert (clean.grade, clean.score) == ("A", 100)
    (warned,) = run_files(checks=[WARNING]).files
    assert (warned.grade, warned.score) == ("B", 97)
    (wrong,) = run_files(checks=[ERROR, WARNING, word_check("法治", "TST003")]).files
    assert (wrong.grade, wrong.score) == ("C", 100 - 8 - 8 - 3)
    outcome = run_files(checks=[ERROR, WARNING], choice=Choice(ignore=("TST002",)))
    assert (outcome.files[0].grade, outcome.files[0].score, outcome.partial) == (None, None, True)
    put(好=model_report(leader="").encode())
    (lacking,) = run_files(checks=[word_check("没有的词")]).files
    assert (lacking.grade, lacking.score, lacking.parts["leader"]) == ("D", 80, None)


def test_what_is_suppressed_does_not_count(run_files: Run) -> None:
    put(好=b"<!-- hegui: ignore[TST001] ok -->\n" + GOOD)
    (file,) = run_files(checks=[ERROR]).files
    assert (file.grade, file.suppressed) == ("A", 1)


def test_what_is_known_of_a_report(run_files: Run) -> None:
    put(好="发布日期：2025-02-03 10:00\n".encode() + GOOD)
    (file,) = run_files().files
    assert (file.level, file.body, file.year) == ("town", "government", 2024)
    assert (file.date, file.published) == ("2025-01-20", "2025-02-03")
    assert file.issuers == ("清源县柳河镇人民政府",)
    assert file.parts["leader"] is not None
    assert (file.parts["leader"].line, file.parts["leader"].form) == (16, "section")
    assert "other" not in file.parts


def test_two_runs_are_the_same(run_files: Run) -> None:
    put(b=GOOD, a=GOOD, c=MINUTES)
    checks = [ERROR, WARNING]
    assert run_files("c.txt", "b.txt", "a.txt", checks=checks) == run_files(".", checks=checks)


def test_standard_input(run_files: Run) -> None:
    assert [file.path for file in run_files("-", stdin=GOOD).files] == ["-"]
    assert run_files("-", stdin=GOOD, stdin_name="镇/报告.md").files[0].path == "镇/报告.md"
    assert "还不能读 .mht" in str(run_files("-", stdin=GOOD, stdin_name="报告.mht").files[0].error)
    assert run_files("-", stdin=b"").files[0].error == "文件是空的"


def test_a_loader_that_fails_is_told_and_the_rest_is_checked(run_files: Run, folder: Path) -> None:
    class Odd:
        name = "odd"
        suffixes = (".odd",)

        def load(self, data: bytes, path: str) -> None:
            raise LookupError("哎呀")

    put(好=GOOD)
    (folder / "a.odd").write_bytes(b"x")
    outcome = run_files(points=[plugin("odd", loaders=[Odd()])])
    assert [(file.path, file.error is None) for file in outcome.files] == [("a.odd", False), ("好.txt", True)]
    assert "LookupError: 哎呀" in outcome.crashes[0].message
    assert outcome.exit_code is ExitCode.BROKEN


def test_draft_reaches_the_report(run_files: Run) -> None:
    seen: list[bool] = []

    def adjust(report: Report) -> None:
        seen.append(report.draft)

    put(好=GOOD)
    run_files(points=[plugin("a", adjust=adjust)], draft=True)
    run_files(points=[plugin("a", adjust=adjust)])
    assert seen == [True, False]


def test_check_text() -> None:
    result = hegui.check_text(model_report())
    assert (result.path, result.kind, result.year, result.error) == ("-", "fazhi", 2024, None)
    assert check_text("", "auto").error == "文件是空的"
    assert check_text("会议纪要\n今天开会。", "auto").error
    assert check_text("会议纪要\n今天开会。").kind == "fazhi"
    assert check_text("孤立的\ud800代理项").error is None
    with pytest.raises(UsageError):
        check_text("文", "fazi")


def test_check_text_reads_no_settings(folder: Path) -> None:
    (folder / "hegui.toml").write_text("wrong", encoding="utf-8")
    assert hegui.check_text(model_report()).error is None
    with pytest.raises(SettingsError):
        run(Request((".",)))


def test_the_version_is_that_of_the_package() -> None:
    text = (Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8")
    assert f'version = "{hegui.__version__}"' in text


def test_a_name_that_is_not_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lint'"):
        hegui.__getattr__("lint")
