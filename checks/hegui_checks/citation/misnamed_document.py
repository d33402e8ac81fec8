"""CIT001."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from hegui.api import Edit, Example, Fix, Hit, Report, Safety, Severity, Span, check, load, regex
from hegui_checks.bases import ACCURACY
from hegui_checks.citation.reading import Cited, called, citations, origin, whole, written_by
from hegui_checks.register import as_of
from hegui_checks.titles import HEADS

_HEADS = (*HEADS, "法治政府建设")
_DRAFT = regex("草案|征求意见|送审稿|讨论稿|修订稿")
_TAIL = regex(r"(?:\s*[（(][^（）()]*[）)])+\s*$")
_LOCALLY_MADE = {"行政法规", "部门规章"}


@check(
    "CIT001",
    "misnamed-document",
    "法律文件名称有误",
    each=Report,
    severity=Severity.ERROR,
    basis=ACCURACY,
    needs=("《",),
    examples=[
        Example(
            bad="组织学习《国家公务员法》《中华人民共和国宪法》。",
            good="组织学习《中华人民共和国公务员法》《中华人民共和国宪法》。",
            quiet=(
                "组织学习《公务员法》《宪法》《民法典》《国家安全法》《国家赔偿法》。",
                "组织学习《中华人民共和国宪法修正案》《中华人民共和国刑法修正案（十一）》。",
                "宣传《行政处罚法》《行政许可法》《行政复议法》《监察法》《监察官法》《检察官法》。",
            ),
            marks="国家公务员法",
        ),
        Example(
            bad="严格执行《党的纪律处分条例》。",
            good="严格执行《中国共产党纪律处分条例》。",
            quiet=("严格执行《纪律处分条例》《中国共产党农村工作条例》《中国共产党农村基层组织工作条例》。",),
        ),
        Example(
            bad="落实《法治政府建设与责任落实监督检查工作规定》。",
            good="落实《法治政府建设与责任落实督察工作规定》。",
            quiet=(
                "落实《柳河镇法治政府建设与责任落实督查工作规定》。",
                "落实县委印发的《法治政府建设与责任落实督查工作规定》。",
                "制定《法治政府建设与责任落实督察工作方案》。",
                "落实《法治政府建设实施纲要(2021-2025年)》（以下简称《法治纲要》），对照《法治纲要》抓好各项任务。",
            ),
        ),
        Example(
            bad="宣传《有组织犯罪法》。",
            good="宣传《反有组织犯罪法》。",
            quiet=(
                "宣传《信访条例》修订为《信访工作条例》的内容。",
                "印发《行政处罚法实施办法》《柳河镇信访工作制度》。",
                "学习《关于印发〈清源县法治政府建设工作要点〉的通知》。",
                "学习《习近平法治思想学习纲要（2025年版）》《习近平法治思想学习问答》。",
            ),
        ),
        Example(
            bad="落实《党政主要负责人履行法治建设第一责任人职责规定》。",
            good="落实《党政主要负责人履行推进法治建设第一责任人职责规定》。",
            quiet=("落实《党政主要负责人履行推进法治建设第一责任人职责清单》。",),
        ),
    ],
)
def misnamed_document(report: Report) -> Iterator[Hit]:
    """引用的法律、党内法规和重要文件应当用正式名称。

    与已知名称相近才报，名称不在资料里不算错；有地名的、写明是本地制定的文件不与国家的比。
    资料截止日以后成文的报告，只报常见的误写。
    """
    day = written_by(report)
    covered = day is not None and day <= as_of("laws")
    places: dict[str, list[Cited]] = {}
    for cited in citations(report):
        if cited.entry is None and cited.name.core.endswith(_endings()) and not _DRAFT.search(cited.name.tail):
            places.setdefault(cited.name.head + cited.name.core, []).append(cited)
    for own in called(report).intersection(places) if places else ():
        del places[own]
    for alike in places.values():
        hit = next(filter(None, (_judge(report, cited, covered) for cited in alike)), None)
        if hit:
            others = (whole(cited) for cited in alike)
            yield hit._replace(related=tuple((span, "同样写错") for span in others if span != hit.span))


@cache
def _endings() -> tuple[str, ...]:
    """What a title ends in that could be a misnamed one at all."""
    return tuple(load(__file__, "words")["worth"])


def _judge(report: Report, cited: Cited, covered: bool) -> Hit | None:
    from hegui_checks.citation.misnaming import misnaming

    found = misnaming(cited.name, whole=covered)
    if found is None:
        return None
    entry = found.entry
    headed = found.head or (cited.name.head + cited.name.core).startswith(_HEADS)
    if not (entry.is_law or cited.name.head or found.head) and origin(report, cited).is_local:
        return None
    severity = Severity.WARNING
    local_ones = entry.namesakes or (entry.level in _LOCALLY_MADE and not cited.name.head)
    if headed or (found.distance * 8 <= len(cited.name.core) and not local_ones):
        severity = Severity.ERROR
    if found.head and not entry.name.head:
        severity = Severity.WARNING
    if not entry.trusted:
        severity = Severity.INFO
    written = cited.span.of(report.text)
    meant = f"如指国家的文件，应为《{found.right}》" if local_ones else f"应为《{found.right}》"
    ended = f"；该文件已于{entry.repeal.since}废止，现行的是《{entry.repeal.successor}》" if entry.repeal else ""
    return Hit(
        whole(cited),
        f"《{written}》的名称有误，{meant}{ended}",
        "核对文件的正式名称",
        severity,
        {"right": entry.title},
        _fix(report, cited, found.right),
    )


def _fix(report: Report, cited: Cited, right: str) -> Fix:
    written = cited.span.of(report.text)
    tail = _TAIL.search(written) if cited.name.tail else None
    base = Span(cited.span.start, cited.span.start + tail.start() if tail else cited.span.end)
    return Fix(f"改为《{right}》", (Edit(base, right),), Safety.UNSAFE)
