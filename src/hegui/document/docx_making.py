"""Small Word files for examples and tests: what is not asked for is not in them."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from hegui.text.patterns import regex

_TWIPS = 1440 / 25.4
_SIDES = ("top", "bottom", "left", "right")
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_NAMES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": f"{_OFFICE}/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
    "m": f"{_OFFICE}/math",
}
_MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN_TYPE}"/></Types>'
)
_TOLD = regex(r"\{((?:[a-z]+=[^\s{}]+ ?)+)\}")


def word_file(text: str) -> bytes:
    """A Word file with a paragraph for each line of ``text``.

    A line may begin with how it is set, ``{font=黑体 size=16 line=28 align=center}`` in points, or with its page,
    ``{top=37 bottom=35 left=28 right=26 numbered=1}`` in millimetres.
    """
    page: dict[str, str] = {}
    body = "".join(_paragraph(line, page) for line in text.split("\n") if line)
    footers = {"footer1": '<w:p><w:fldSimple w:instr=" PAGE "/></w:p>'} if "numbered" in page else {}
    margins = " ".join(f'w:{side}="{round(float(page[side]) * _TWIPS)}"' for side in _SIDES if side in page)
    section = f'<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar {margins}/></w:sectPr>' if page else ""
    return word_package(f"{body}{section}", footers)


def word_package(body: str, parts: Mapping[str, str] = {}, *, strict: bool = False) -> bytes:
    """A Word file with ``body`` in XML; ``parts`` are the content of styles, numbering, comments or footer1.

    Prefixes are those that Word uses; ``strict`` files have other names behind them.
    """
    roots = {"document": "w:document", "styles": "w:styles", "numbering": "w:numbering", "comments": "w:comments"}
    names = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in _NAMES.items())
    relations = ""
    written = {}
    for name, content in {"document": f"<w:body>{body}</w:body>", **parts}.items():
        root = roots.get(name, "w:ftr")
        kind = name.rstrip("0123456789")
        written[f"word/{name}.xml"] = f"<{root} {names}>{content}</{root}>"
        if name != "document":
            relations += f'<Relationship Id="{name}" Type="{_OFFICE}/relationships/{kind}" Target="{name}.xml"/>'
    main = f'<Relationship Id="m" Type="{_OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'
    written["[Content_Types].xml"] = _TYPES
    written["_rels/.rels"] = f'<Relationships xmlns="{_PACKAGE}">{main}</Relationships>'
    written["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{_PACKAGE}">{relations}</Relationships>'
    if strict:
        for old, new in (("http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/"), ("/2006", "")):
            written = {
                name: text if name.endswith(".rels") else text.replace(old, new) for name, text in written.items()
            }
    return zipped(written)


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of ``parts``."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = ZipInfo(name)  # of a fixed date: the same parts make the same file
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, content)
    return file.getvalue()


def _paragraph(line: str, page: dict[str, str]) -> str:
    """A paragraph; what its line says of the page goes into ``page``."""
    told: dict[str, str] = {}
    if match := _TOLD.match(line):
        told = dict(item.split("=", 1) for item in match[1].split())
        line = line[match.end() :]
        page.update((key, value) for key, value in told.items() if key in (*_SIDES, "numbered"))
    run = f'<w:rFonts w:eastAsia="{told["font"]}"/>' if "font" in told else ""
    run += f'<w:sz w:val="{round(float(told["size"]) * 2)}"/>' if "size" in told else ""
    para = f'<w:spacing w:line="{round(float(told["line"]) * 20)}" w:lineRule="exact"/>' if "line" in told else ""
    para += f'<w:jc w:val="{told["align"]}"/>' if "align" in told else ""
    words = f'<w:t xml:space="preserve">{escape(line)}</w:t>'
    return f"<w:p><w:pPr>{para}</w:pPr><w:r><w:rPr>{run}</w:rPr>{words}</w:r></w:p>"
