"""Word files through the whole engine: the findings of the same text, where a reader of Word finds them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from hegui.check import Severity
from hegui.document.docx_making import word_file, word_package
from hegui.document.plain import PlainLoader
from hegui.engine.fix import Fixed, fix_all
from hegui.engine.run import run
from hegui.engine.select import Choice
from hegui.engine.session import Request, Session
from hegui.finding import FileResult
from hegui.testing import model_report
from hegui.text.edit import Safety
from tests.document.word import p, r, table

SEEDS = Path(__file__).parents[2] / "seeds"
NAMES = sorted(path.name for path in SEEDS.iterdir() if path.is_dir())
# What is missing from a Word file its author left out; what is missing from a copy may have been lost.
DRAFTED = {"STR001", "SIG001", "SIG002", "FMT005", "FMT010"}


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def checked(name: str, *select: str) -> FileResult:
    (file,) = run(Request(paths=(name,), choice=Choice(select or None))).files
    assert file.error is None
    return file


def found(file: FileResult) -> Iterator[tuple[str, str, Severity]]:
    """What is found, the grace that copies are given taken back."""
    for finding in file.findings:
        severity = max(finding.severity, Severity.ERROR) if finding.code in DRAFTED else finding.severity
        yield finding.code, finding.excerpt, severity


def written(paragraphs: list[str], name: str = "a.docx") -> WordDocument:
    document = docx.Document()
    for words in paragraphs:
        document.add_paragraph(words)
    document.save(name)
    return document


@pytest.mark.parametrize("name", NAMES)
def test_the_samples_have_the_findings_that_their_text_has(name: str, folder: Path) -> None:
    document = PlainLoader().load((SEEDS / name / "report.txt").read_bytes(), "report.txt")
    paragraphs = [block.span.of(document.text) for block in document.blocks]
    written(paragraphs)
    Path("a.txt").write_text("\n".join(paragraphs), "utf-8")
    word, text = checked("a.docx"), checked("a.txt")
    assert list(found(word)) == list(found(text))
    assert all(finding.severity is Severity.ERROR for finding in word.findings if finding.code in DRAFTED)
    for finding in word.findings:
        assert finding.location.line is None
        assert finding.location.paragraph
        masked = "*" in finding.marked
        assert masked or finding.marked[:20] in paragraphs[finding.location.paragraph - 1]


@pytest.mark.parametrize(
    ("parts", "code", "place"),
    [
        ({"title": ""}, "STR001", "第1段"),
        ({"issuer": ""}, "SIG001", "第{last}段"),
        ({"date": ""}, "SIG002", "第{last}段"),
        ({"opening": "自20241月1日起施行，“”就是这样。"}, "FMT005", "第3段"),
        ({"opening": "自20241月1日起施行，“”就是这样。"}, "FMT010", "第3段"),
    ],
)
def test_what_an_author_left_out_is_an_error(parts: dict[str, str], code: str, place: str, folder: Path) -> None:
    text = model_report(**parts)
    Path("a.docx").write_bytes(word_file(text))
    Path("a.txt").write_text(text, "utf-8")
    (word,) = [finding for finding in checked("a.docx").findings if finding.code == code]
    (copy,) = [finding for finding in checked("a.txt").findings if finding.code == code]
    assert (word.severity, copy.severity) == (Severity.ERROR, Severity.WARNING)
    assert "丢失" not in word.message
    assert str(word.location) == place.format(last=len(text.splitlines()))


def test_a_model_report_is_silent(folder: Path) -> None:
    Path("a.docx").write_bytes(word_file(model_report()))
    assert not checked("a.docx").findings


def test_places_in_tables_and_in_one_paragraph(folder: Path) -> None:
    lines = model_report(opening="学习《》，开展研讨《》4次。").splitlines()
    rows = table(("事项", "件数"), ("执法《》", "4"), ("普法“”", "5"))
    body = "".join(map(p, lines[:6])) + rows + "".join(map(p, lines[6:8])) + p("《》") + "".join(map(p, lines[8:]))
    Path("a.docx").write_bytes(word_package(body))
    places = [finding.location for finding in checked("a.docx", "FMT010").findings]
    assert [str(place) for place in places] == ["第3段", "第3段", "表1第2行第1格", "表1第3行第1格", "第9段"]
    assert (places[0].column, places[1].column) == (3, 10)


def test_names_split_over_runs_are_read_whole(folder: Path) -> None:
    words = "认真学习《中华人民共和国行政处罚法》，执行《政府信息公开工作条例》。"
    document = written([])
    for line in model_report(opening=words).splitlines():
        paragraph = document.add_paragraph()
        for at in range(0, len(line), 3):
            paragraph.add_run(line[at : at + 3]).italic = at % 2 == 0
    document.save("b.docx")
    Path("b.txt").write_text(model_report(opening=words), "utf-8")
    assert list(found(checked("b.docx"))) == list(found(checked("b.txt")))


REMARK = "hegui: ignore[FMT010] 原文如此"
MARKED = "学习《》，开展研讨4次。"


def remarked(remark: str, at: int, *, before: bool = False, opening: str = MARKED) -> FileResult:
    """A report with a comment on one of its paragraphs."""
    lines = model_report(opening=opening).splitlines()
    comment = '<w:commentRangeStart w:id="7"/>'
    body = "".join(
        (comment if before and index == at else "") + p(*([comment] if index == at and not before else []), line)
        for index, line in enumerate(lines)
    )
    comments = f'<w:comment w:id="7">{p(r("<w:annotationRef/>"), remark)}</w:comment>'
    Path("a.docx").write_bytes(word_package(body, {"comments": comments}))
    return checked("a.docx")


@pytest.mark.parametrize(
    ("at", "before", "gone"),
    [(2, False, 1), (2, True, 1), (0, False, 1), (0, True, 1), (1, False, 0), (3, False, 0)],
    ids=["on it", "before it", "on the title", "before the title", "on the addressee", "on the next"],
)
def test_ignores_are_comments(at: int, before: bool, gone: int, folder: Path) -> None:
    file = remarked(REMARK, at, before=before)
    assert file.suppressed == gone
    assert [finding.code for finding in file.findings] == (
        [] if gone else ["HEG001", "FMT010"] if at < 2 else ["FMT010", "HEG001"]
    )


def test_what_comments_say_else(folder: Path) -> None:
    assert [f.code for f in remarked("hegui: ignore[FMT010]", 2).findings] == ["HEG002", "FMT010"]
    assert [f.code for f in remarked("hegui：ignore【XYZ001】 理由", 2).findings] == ["HEG003", "FMT010"]
    unused = remarked("hegui: ignore[FMT001] 理由", 4).findings
    assert [(f.code, str(f.location)) for f in unused] == [("FMT010", "第3段"), ("HEG001", "第5段")]
    assert [f.code for f in remarked("请领导审阅", 2).findings] == ["FMT010"]


def test_comments_of_python_docx(folder: Path) -> None:
    document = docx.Document()
    for number, line in enumerate(model_report(opening=MARKED).splitlines()):
        paragraph = document.add_paragraph()
        runs = [paragraph.add_run(line[:2]), paragraph.add_run(line[2:])]
        if number == 2:
            document.add_comment(runs, text=REMARK, author="审核")
    document.save("a.docx")
    assert (checked("a.docx").suppressed, checked("a.docx").findings) == (1, ())


def test_a_comment_on_a_row_covers_the_row(folder: Path) -> None:
    rows = table(("事项《》", p('<w:commentRangeStart w:id="7"/>', "4")), ("普法《》", "5"))
    lines = model_report().splitlines()
    body = "".join(map(p, lines[:6])) + rows + "".join(map(p, lines[6:]))
    comments = f'<w:comment w:id="7">{p(REMARK)}</w:comment>'
    Path("a.docx").write_bytes(word_package(body, {"comments": comments}))
    assert [str(finding.location) for finding in checked("a.docx", "FMT010").findings] == ["表1第2行第1格"]


def test_a_title_over_centred_lines_and_an_issuer_on_the_right(folder: Path) -> None:
    text = model_report(
        title="{align=center}柳河镇法治建设工作专班\n{align=center}关于2024年度\n{align=center}法治政府建设情况的报告",
        issuer="{align=right}柳河镇法治建设工作专班",
        date="{align=right}2025年1月20日",
    )
    Path("a.docx").write_bytes(word_file(text))
    file = checked("a.docx")
    assert file.title == "柳河镇法治建设工作专班关于2024年度法治政府建设情况的报告"
    assert "SIG001" not in {finding.code for finding in file.findings}


def test_numbers_of_lists_make_the_sections(folder: Path) -> None:
    start, form = '<w:start w:val="1"/>', '<w:numFmt w:val="chineseCounting"/>'
    level = f'<w:lvl w:ilvl="{{}}">{start}{form}<w:lvlText w:val="{{}}"/></w:lvl>'.format
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{level(0, "%1、")}{level(1, "（%2）")}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    )
    body = ""
    lines = model_report().splitlines()
    for line in lines:
        depth = 0 if line[1:2] == "、" else 1 if line[:1] == "（" and line[2:3] == "）" else None
        props = f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="1"/></w:numPr>' if depth is not None else ""
        body += p(line[(2, 3)[depth] :] if depth is not None else line, props=props)
    Path("a.docx").write_bytes(word_package(body, {"numbering": numbering}))
    Path("b.docx").write_bytes(word_file(model_report()))
    file = checked("a.docx")
    assert not file.findings
    assert [(part and part.heading) for part in file.parts.values()] == [
        (part and part.heading) for part in checked("b.docx").parts.values()
    ]


def test_rules_of_form_run_when_they_are_asked_for(folder: Path) -> None:
    Path("a.docx").write_bytes(
        word_file(model_report(opening="{font=宋体 size=14 line=20}开展执法检查24次，办结12件。"))
    )
    assert not checked("a.docx").findings
    names = tuple(f"FMT10{number}" for number in range(1, 7))
    assert [(f.code, f.severity) for f in checked("a.docx", *names).findings] == [
        ("FMT102", Severity.INFO),
        ("FMT105", Severity.INFO),
    ]
    Path("a.txt").write_text(model_report(), "utf-8")
    assert not checked("a.txt", *names).findings


def test_a_date_is_corrected_in_the_file(folder: Path) -> None:
    Path("a.docx").write_bytes(word_file(model_report(date="2025年01月08日")))
    (fixed,) = fix_all(Session(Request(paths=("a.docx",))), Safety.SAFE)
    assert isinstance(fixed, Fixed)
    assert fixed.new_text == fixed.old_text.replace("2025年01月08日", "2025年1月8日")
    assert [made.code for made in fixed.made] == ["SIG003"]


def test_tables_of_figures_and_of_labels_are_read_as_in_markdown(folder: Path) -> None:
    figures = (("事项", "办件"), ("许可", "4"), ("处罚", "5"), ("强制", "6"), ("合计", "16"))
    labels = (("索引号", "115/2025-1"), ("发布日期", "2025-03-20"))
    lines = model_report().splitlines()
    rows = ["".join(f"| {' | '.join(row)} |\n" for row in table) for table in (labels, figures)]
    (folder / "a.md").write_text(
        rows[0] + "\n" + "\n\n".join(lines[:6]) + "\n\n" + rows[1] + "\n" + "\n\n".join(lines[6:]), "utf-8"
    )
    body = table(*labels) + "".join(map(p, lines[:6])) + table(*figures) + "".join(map(p, lines[6:]))
    Path("a.docx").write_bytes(word_package(body))
    word, text = checked("a.docx"), checked("a.md")
    assert list(found(word)) == list(found(text))
    (wrong,) = [finding for finding in word.findings if finding.code == "STA001"]
    assert str(wrong.location) == "表2第5行第2格"
    assert word.published == text.published == "2025-03-20"
