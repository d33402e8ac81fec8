"""``hegui inspect``: what was read in a file, and why it was read so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from hegui.cli.console import err, out
from hegui.cli.group import BROKEN, NOTHING, SETTINGS, USAGE, Spoken

if TYPE_CHECKING:
    from hegui.engine.grade import Score
    from hegui.engine.session import Session
    from hegui.report.build import Report
    from hegui.report.model import Section
    from hegui.text.span import Span

LONG = 30
_FORMS = {
    "section": "独立成节",
    "subsection": "节内小节",
    "themes": "分主题的几节",
    "paragraph": "自然段",
    "sentence": "句子",
}
_LEVELS = {"nation": "国家", "province": "省级", "city": "市级", "county": "县级", "town": "乡镇级"}
_BODIES = {
    "government": "政府",
    "party": "党委",
    "joint": "党委和政府",
    "department": "部门",
    "subdistrict": "街道",
    "zone": "管委会",
}


@click.command(cls=Spoken, context_settings=SETTINGS, short_help="查看一份报告被读成了什么")
@click.argument("file", metavar="文件")
@click.option("--kind", default="auto", metavar="NAME", help="报告种类，默认 auto（自动识别）")
@click.option("--draft", is_flag=True, help="草稿")
@click.option("--why", is_flag=True, help="逐个标题说明认成了哪一部分、根据哪些词")
@click.option("--figures", is_flag=True, help="列出核对过的数量关系")
@click.option("--disable", multiple=True, metavar="PLUGIN", help="停用插件，可多次使用")
def inspect(file: str, kind: str, draft: bool, why: bool, figures: bool, disable: tuple[str, ...]) -> int:
    """查看一份报告被读成了什么：标题、年度、单位、各部分和评分。"""
    from hegui.engine.files import Unfit
    from hegui.engine.session import Request, Session
    from hegui.text.source import Unreadable

    session = Session(Request((file,), kind=kind, draft=draft, disable=disable))
    data = session.read(file)
    try:
        report = data if isinstance(data, Unfit) else session.report(file, data)
    except Unreadable as error:
        report = Unfit(file, str(error))
    if isinstance(report, Unfit):
        err(f"{file}：{report.reason}")
        return USAGE
    if isinstance(report, str):
        err(f"{file}：{report}；可用 --kind fazhi 指定种类")
        return NOTHING
    from hegui.cli import reasons

    pages = [page for asked, page in ((why, reasons.why), (figures, reasons.figures)) if asked]
    lines = [line for page in pages for line in page(report)] or _page(session, report, file)
    out("".join(f"{line}\n" for line in lines))
    return BROKEN if session.plugins.broken else 0


def _page(session: Session, report: Report, file: str) -> Iterator[str]:
    from hegui.reporters.terminal import visible

    yield from map(visible, _facts(report))
    yield "部分"
    yield from map(visible, _parts(report))
    yield "结构"
    yield from map(visible, _sections(report, report.sections, "  "))
    counts = (
        (report.paragraphs, "段"),
        (report.sentences, "句"),
        (report.figures, "个数"),
        (report.citations, "处引用"),
    )
    yield f"合计      {'，'.join(f'{len(things)} {unit}' for things, unit in counts)}"
    yield from map(visible, _score(session, report, file))


def _line(report: Report, span: Span) -> str:
    return report.document.places(span)[0].words


def _facts(report: Report) -> Iterator[str]:
    document, title, signature = report.document, report.title, report.signature
    yield f"文件      {document.path}（{document.source.encoding}，正文 {len(report.text)} 字）"
    yield f"种类      {report.kind.label}（{report.kind.name}）"
    yield f"标题      {f'{title.text}（{_line(report, title.span)}）' if title else '没有'}"
    yield f"年度      {report.year or '不明'}（{report.dating.why}）"
    yield f"单位      {_LEVELS.get(report.level or '', '层级不明')}，{_BODIES.get(report.body or '', '性质不明')}"
    addressee = report.addressee
    yield f"主送      {f'{addressee.of(report.text)}（{_line(report, addressee)}）' if addressee else '没有'}"
    yield f"发文      {'、'.join(issuer.name for issuer in report.issuers) or '没有'}"
    names = "、".join(issuer.name for issuer in signature.issuers) if signature else ""
    yield f"署名      {names or '没有'}"
    dated = signature.date if signature else None
    yield f"成文日期  {f'{dated.of(report.text)}（{_line(report, dated)}）' if dated else '没有'}"
    for label in report.labels:
        yield f"页面标签  {label.name}：{label.value}（{document.place(label.at).words}）"


def _parts(report: Report) -> Iterator[str]:
    for part in report.kind.parts:
        passage = report.parts.get(part.role)
        if passage is None:
            yield f"  {part.name}：{'缺' if part.required else '没有'}"
            continue
        why = f"，根据{passage.why}" if passage.why else ""
        yield f"  {part.name}：{_line(report, passage.span)}，{_FORMS.get(passage.form, passage.form)}{why}"


def _sections(report: Report, sections: Iterable[Section], indent: str) -> Iterator[str]:
    for section in sections:
        heading = section.heading
        title = heading.title if len(heading.title) <= LONG else f"{heading.title[:LONG]}…"
        yield f"{indent}{heading.marker}{title}（{_line(report, heading.span)}）"
        yield from _sections(report, section.children, f"{indent}  ")


def _score(session: Session, report: Report, file: str) -> Iterator[str]:
    from hegui.engine.grade import missing_parts, score
    from hegui.engine.lint import judged, lint

    linted = lint(report, session.plan(file), file, session.plugins.adjust)
    if linted.result.grade is None:
        yield "评分      没有（有规则未运行或出错）"
        yield from (f"  规则 {crash.check} 出错：{crash.message}" for crash in linted.crashes)
        return
    total = score(missing_parts(report), judged(linted.result.findings))
    yield f"评分      {'  '.join(_terms(total))}  得 {total.value} 分，{total.grade} 级"


def _terms(total: Score) -> Iterator[str]:
    from hegui.engine.grade import ERROR, PART, WARNING

    yield "100"
    for names, points, what in (
        (total.missing, PART, "缺少"),
        (total.errors, ERROR, "错误"),
        (total.warnings, WARNING, "警告"),
    ):
        if names:
            yield f"− {points}×{len(names)}（{what} {'、'.join(names)}）"
