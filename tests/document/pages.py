"""Sets a report as the pages of three content systems do; what they put around it is invented."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import pairwise
from random import Random

from hegui.document.model import Document

_QUOTES = {"“": "&ldquo;", "”": "&rdquo;", "\u3000": "&#12288;", " ": "&nbsp;", "—": "&mdash;"}
_MENU = ["首页", "政府信息公开", "政务服务", "互动交流", "走进本县", "数据开放"]
_NEWS = ["我县召开安全生产工作会议", "春季义务植树活动举行", "关于开展年度体检的通知", "全县教育工作推进会召开"]


def labels_of(document: Document) -> list[tuple[str, str]]:
    """The labels of a page that has been read, as pairs."""
    return [(label.name, label.value) for label in document.labels]


def paragraphs_of(document: Document) -> list[str]:
    """The paragraphs of a document."""
    return [block.span.of(document.text) for block in document.blocks]


def _links(words: Iterable[str]) -> str:
    return "".join(f'<li><a href="/list/{n}.html" target="_blank">{word}</a></li>\n' for n, word in enumerate(words))


def _page(head: str, body: str, charset: str) -> str:
    return (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">\n<html>\n<head>\n'
        f'<meta http-equiv="Content-Type" content="text/html; charset={charset}">\n{head}\n'
        "<style type='text/css'>.TRS_Editor P{line-height:2;} a > b {color:red}</style>\n"
        '<script>if (1 < 2 && "</p>") document.write("<p>脚本写的。</p>");</script>\n'
        f"</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def _word_spans(text: str, random: Random) -> str:
    """A paragraph as Word exports it: cut into spans, marks as entities."""
    cuts = sorted({0, len(text), *(random.randrange(len(text) + 1) for _ in range(len(text) // 9))})
    parts = []
    for start, end in pairwise(cuts):
        words = escape(text[start:end])
        for char, entity in _QUOTES.items():
            words = words.replace(char, entity)
        latin = text[start:end].isascii()
        style = "lang=EN-US style='font-size:16.0pt'" if latin else "style='font-size:16.0pt;font-family:仿宋_GB2312'"
        parts.append(f"<span {style}>{words}</span>")
    return "".join(parts)


def trs(paragraphs: Sequence[str], labels: Sequence[tuple[str, str]] = (), seed: int = 1) -> bytes:
    """TRS_Editor with the spans of Word."""
    random = Random(seed)
    body = "\n".join(
        "<p class=MsoNormal style='text-indent:32.0pt;mso-char-indent-count:2.0'>"
        f"{_word_spans(text, random)}<span lang=EN-US style='font-size:16.0pt'><o:p></o:p></span></p>"
        for text in paragraphs
    )
    told = "".join(f"<span>{name}：{value}</span>&nbsp;&nbsp;" for name, value in labels)
    page = (
        f'<div class="nav"><ul>{_links(_MENU)}</ul></div>\n'
        f'<div class="main"><div class="info">{told}</div>\n'
        '<div class="TRS_Editor"><style>p.MsoNormal {margin:0cm}</style>'
        "<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]-->"
        f"<div class=Section1>{body}</div></div>\n"
        '<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a></div></div>\n'
        '<div class="footer"><p>主办：某县人民政府办公室　网站标识码：1234567890</p></div>'
    )
    return _page("<title>政府信息公开_某县人民政府</title>", page, "utf-8").encode()


def ucap(paragraphs: Sequence[str], labels: Sequence[tuple[str, str]] = ()) -> bytes:
    """UCAP-CONTENT in GB2312 with a table of labels; the paragraphs are written over several lines of the file."""
    cells = [f"<td><b>{name}：</b></td><td>{value}</td>" for name, value in labels]
    rows = "".join(f"<tr>{''.join(cells[n : n + 2])}</tr>\n" for n in range(0, len(cells), 2))
    halves = [(escape(text[: len(text) // 2]), escape(text[len(text) // 2 :])) for text in paragraphs]
    body = "\n".join(f'<p style="text-indent: 2em;">\n    {one}<wbr>{other}\n</p>' for one, other in halves)
    page = (
        f'<div class="header"><ul class="menu">{_links(_MENU)}</ul></div>\n'
        '<div class="crumbs">当前位置：<a href="/">首页</a> &gt; <a href="/xx">信息公开</a> &gt; 正文</div>\n'
        f'<table class="bd1" width="100%"><tbody>{rows}</tbody></table>\n'
        f'<table width="90%"><tr><td class="b12c"><div id="UCAP-CONTENT">{body}</div></td></tr></table>\n'
        '<div class="related"><h3>相关链接</h3><ul>' + _links(_NEWS) + "</ul></div>\n"
        '<div id="foot">版权所有：某县人民政府　联系我们　网站地图</div>'
    )
    html = _page("<title>某县人民政府</title>", page, "gb2312").replace("\n", "\r\n")
    return html.encode("gb18030")


def zoom(paragraphs: Sequence[str], labels: Sequence[tuple[str, str]] = ()) -> bytes:
    """A static page: nested tables for layout, lines ended by ``<br>``, a share bar, the next page."""
    body = "<br>\n".join(f"\u3000\u3000{escape(text)}" for text in paragraphs)
    told = "".join(f"<td align=center>{name}：{value}</td>" for name, value in labels)
    menu = "".join(f"<td><a href={n}.htm>{word}</a></td>" for n, word in enumerate(_MENU))
    page = (
        f"<table width=1000><tr>{menu}</tr></table>\n"
        "<table width=1000><tr><td width=200 valign=top><table><tr><td>通知公告</td></tr>"
        + "".join(f"<tr><td><a href='n{n}.htm'>{word}</a></td></tr>" for n, word in enumerate(_NEWS))
        + f"</table></td><td valign=top><table width=780><tr>{told}</tr><tr><td><font size=3>\n"
        f'<div id="Zoom">{body}<br></div></font></td></tr>\n'
        "<tr><td align=right>【<a href='javascript:window.print()'>打印</a>】"
        "【<a href='javascript:window.close()'>关闭</a>】"
        "<div class='bdsharebuttonbox'><a href='#'>分享到微信</a></div></td></tr>\n"
        "<tr><td>上一篇：<a href='1.htm'>我县召开安全生产工作会议</a><br>下一篇：<a href='3.htm'>没有了</a></td></tr>"
        "</table></td></tr></table>"
    )
    return _page("<title>年度报告</title>", page, "utf-8").encode("utf-8-sig")


SHAPES = {"trs": trs, "ucap": ucap, "zoom": zoom}
