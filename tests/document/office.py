"""Reports set by LibreOffice: a flat OpenDocument file of paragraphs, and its conversion."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path
from typing import NamedTuple

from hegui.document.plain import PlainLoader
from tests.system import program

SECONDS = 180
_TITLE = re.compile(r"(?:报告|总结|情况)$")
_SIGN, _HEAD = 3, 6


class Setting(NamedTuple):
    """How a report is set; lengths in points, ``leading`` as OpenDocument has it."""

    size: int = 16
    font: str = "Noto Serif CJK SC"
    align: str = "justify"
    leading: str = "28pt"
    indent: int = 2
    below: int = 0
    foot: str = "— {} —"
    head: str = ""


STANDARD = Setting()


def paragraphs(data: bytes) -> list[str]:
    """The paragraphs of a text file."""
    document = PlainLoader().load(data, "a.txt")
    return [block.span.of(document.text) for block in document.blocks]


def styled(found: Sequence[str]) -> list[tuple[str, str]]:
    """Paragraphs with the styles that a clerk would give them."""
    title = next((n for n, text in enumerate(found[:_HEAD]) if _TITLE.search(text) and len(text) < 60), -1)
    last = len(found) - _SIGN
    return [
        ("Title" if n <= title else "Sign" if n >= last and len(text) < 30 and "。" not in text else "Body", text)
        for n, text in enumerate(found)
    ]


def flat(paragraphs: Iterable[tuple[str, str]], setting: Setting = STANDARD, after: str = "") -> str:
    """The file; a paragraph is its style (Title, Body, Sign) and its text, ``after`` is markup put behind them."""
    head = (
        f'<style:header><text:p text:style-name="Foot">{setting.head}</text:p></style:header>' if setting.head else ""
    )
    page = "<text:page-number>1</text:page-number>"
    body = "".join(f'<text:p text:style-name="{style}">{_spaced(text)}</text:p>' for style, text in paragraphs)
    return _FLAT.format(
        **setting._asdict()
        | {"foot": setting.foot.format(page), "head": head, "indent": setting.indent * setting.size},
        body=body + after,
    )


def table(rows: Sequence[Sequence[str]]) -> str:
    """A table with lines around its cells."""
    cell = '<table:table-cell table:style-name="Cell" office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    told = "".join(
        f"<table:table-row>{''.join(cell.format(escape(text)) for text in row)}</table:table-row>" for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
    return f'<table:table table:name="T">{columns}{told}</table:table>'


def _spaced(text: str) -> str:
    return re.sub("  +", lambda match: f'<text:s text:c="{len(match[0])}"/>', escape(text))


def convert(files: Sequence[Path], suffix: str, folder: Path) -> list[Path]:
    """``files`` in another format, in ``folder``; their names must differ before the suffix."""
    soffice = program("soffice", "libreoffice-writer")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", suffix, "--outdir", folder, *files]
    subprocess.run(command, check=True, capture_output=True, timeout=SECONDS)
    return [folder / f"{file.stem}.{suffix}" for file in files]


# No punctuation hangs over the edge: LibreOffice leaves such out of the PDF.
_FLAT = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 office:version="1.2" office:mimetype="application/vnd.oasis.opendocument.text">
<office:styles>
<style:default-style style:family="paragraph">
<style:paragraph-properties fo:text-align="{align}" style:punctuation-wrap="simple" style:writing-mode="lr-tb"/>
<style:text-properties style:font-name-asian="{font}" fo:font-size="{size}pt" style:font-size-asian="{size}pt"
 fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/>
</style:default-style>
<style:style style:name="Body" style:family="paragraph">
<style:paragraph-properties fo:text-indent="{indent}pt" fo:line-height="{leading}" fo:margin-bottom="{below}pt"/>
</style:style>
<style:style style:name="Title" style:family="paragraph">
<style:paragraph-properties fo:text-align="center" fo:line-height="34pt"/>
<style:text-properties style:font-size-asian="22pt" fo:font-size="22pt"/></style:style>
<style:style style:name="Sign" style:family="paragraph">
<style:paragraph-properties fo:text-align="end" fo:line-height="{leading}"/></style:style>
<style:style style:name="Foot" style:family="paragraph">
<style:paragraph-properties fo:text-align="center"/></style:style>
</office:styles>
<office:automatic-styles><style:style style:name="Cell" style:family="table-cell">
<style:table-cell-properties fo:border="0.5pt solid #000000" fo:padding="2pt"/></style:style>
<style:page-layout style:name="A4">
<style:page-layout-properties fo:page-width="210mm" fo:page-height="297mm" fo:margin-top="20mm"
 fo:margin-bottom="20mm" fo:margin-left="28mm" fo:margin-right="26mm"/>
<style:header-style><style:header-footer-properties fo:min-height="10mm" fo:margin-bottom="5mm"/></style:header-style>
<style:footer-style><style:header-footer-properties fo:min-height="10mm" fo:margin-top="5mm"/></style:footer-style>
</style:page-layout></office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">{head}
<style:footer><text:p text:style-name="Foot">{foot}</text:p></style:footer></style:master-page></office:master-styles>
<office:body><office:text>{body}</office:text></office:body></office:document>"""
