"""One outcome with a little of everything, for all formats."""

from __future__ import annotations

from hegui.check import Severity
from hegui.finding import (
    Accepted,
    BasisText,
    Broken,
    Crash,
    ExitCode,
    FileResult,
    Finding,
    Location,
    Outcome,
    PartPlace,
    Related,
    RuleText,
    Skipped,
    Summary,
    Tool,
    Verified,
    WireEdit,
    WireFix,
    count,
)

BASIS = BasisText("《党政机关公文处理工作条例》第二十条第四项（规定）", "规定")
EXCERPT = "三、县政府主要负责人履行法治建设第一责任人职责情况"


def finding(**more: object) -> Finding:
    """A finding, with other values for some of its fields."""
    usual = Finding(
        code="LDR005",
        slug="leader-wrong-level",
        severity=Severity.ERROR,
        message="本报告由乡镇作出，这里写的却是“县政府主要负责人”",
        advice="改为本级党政主要负责人",
        basis=BASIS,
        section="三、履职情况",
        excerpt=EXCERPT,
        mark=(2, 10),
        location=Location(38, 3, 38, 11),
        fix=None,
        related=(),
        data={"level": "county"},
        fingerprint="0123456789abcdef",
    )
    return usual._replace(**more)  # type: ignore[arg-type]  # tests name the fields


SURPLUS = finding(
    code="FMT001",
    slug="unpaired-mark",
    severity=Severity.WARNING,
    message="多出一个“””（共 2 处）",
    advice="删去多出的标点",
    excerpt="…有效解决基层行政执法“最后一公里”问题”,促进严格规范公正文明执法…",
    mark=(20, 21),
    location=Location(58, 64, 58, 65),
    fix=WireFix("删去", "unsafe", (WireEdit(Location(58, 64, 58, 65), 1200, 1, ""),)),
    related=(Related(Location(61, 5, 61, 6), "多出一个“””"),),
    fingerprint="fedcba9876543210",
)
HINT = finding(
    code="LDR002", slug="x", severity=Severity.INFO, message="没有单独成节", advice="", location=Location(40, 1, 41, 9)
)
HOSTILE = finding(
    message="标题\x1b[31m红\n换行[red]不是标记[/red]\u202e",
    advice="\x9b改\x07",
    excerpt="正文\x1b]8;;http://x\x07链接\ttab",
    mark=(2, 7),
    location=Location(None, None, None, None, page=2, paragraph=5),
)


def file(path: str, *findings: Finding, **more: object) -> FileResult:
    """A file that was read, with these findings."""
    usual = FileResult(
        path,
        kind="fazhi",
        level="town",
        body="government",
        year=2023,
        title="关于泰顺县仕阳镇人民政府2023年法治政府建设情况的报告",
        issuers=("泰顺县仕阳镇人民政府",),
        date="2024-02-19",
        published=None,
        grade="C",
        score=89,
        parts={
            "measures": PartPlace(16, "一、举措", "section"),
            "shortcomings": PartPlace(34, None, "paragraph"),
            "leader": PartPlace(38, "三、履职情况", "section"),
            "plan": PartPlace(48, "四、安排", "section"),
        },
        findings=findings,
        counts=count(findings),
        verified=Verified(42, 12),
    )
    return usual._replace(**more)  # type: ignore[arg-type]  # tests name the fields


FILES = (
    file("seeds/仕阳/report.txt", finding(), HINT, SURPLUS, suppressed=1),
    file("seeds/好.txt", grade="A", score=100, verified=Verified(42, 0)),
    file("seeds/恶意.txt", HOSTILE, grade=None, score=None, title=None, year=None, level=None, parts={"leader": None}),
    FileResult("seeds/空\n文件.txt", counts=count(()), error="文件是空的"),
)
OUTCOME = Outcome(
    tool=Tool("hegui", "0.1.0"),
    exit_code=ExitCode.BROKEN,
    partial=True,
    files=FILES,
    skipped=(Skipped("seeds/README.md", "看不出是法治政府建设年度报告"),),
    crashes=(Crash("TST009", "seeds/好.txt", "ZeroDivisionError: 除以零"),),
    broken=(Broken("wrong", "wrong-dist", "ImportError: 没有这个模块"),),
    summary=Summary(3, 2, 1, 1),
)
EMPTY = OUTCOME._replace(
    exit_code=ExitCode.NOTHING,
    partial=False,
    files=(),
    skipped=(),
    crashes=(),
    broken=(),
    summary=Summary(0, 0, 0, 0),
)


IN_WORD = finding(
    location=Location(None, None, None, None, page=3, cell=(2, 4, 1)),
    related=(Related(Location(None, None, None, None, page=5, paragraph=7), "与此处不一致"),),
    fix=WireFix("改为本级", "safe", (WireEdit(Location(None, None, None, None, paragraph=7), 5, 2, "镇"),)),
    fingerprint="00000000000000aa",
)
HELD = OUTCOME._replace(
    baseline=True,
    rules=(
        RuleText(
            "FMT001", "unpaired-mark", "引号不成对", Severity.WARNING, BASIS, "只有一半的引号让人不知引到哪里为止。"
        ),
        RuleText("LDR005", "leader-wrong-level", "第一责任人层级与报告单位不符", Severity.ERROR, BASIS, "乡镇写县。"),
    ),
    files=(
        FILES[0]._replace(
            baselined=2,
            accepted=(Accepted(finding(fingerprint="00000000000000ab"), "已核实无误"), Accepted(HINT, "")),
        ),
        *FILES[1:],
        file("seeds/表.docx", IN_WORD, grade="C"),
        file("/home/某人/报告 100%.txt", SURPLUS),
    ),
)
