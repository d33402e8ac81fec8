"""The body of a Word file in order: paragraphs, tables and text boxes, as read by one who accepts all changes."""

from __future__ import annotations

from collections.abc import Callable

from hegui.document.docx_fields import Fields, is_contents
from hegui.document.docx_items import Bit, Item, Paragraph, Shelf
from hegui.document.docx_styles import RunProps, mark_is_gone, para_props, run_props
from hegui.document.docx_xml import Attributes, Node, Tree
from hegui.document.limits import current, over

BREAK = "\v"
_BLANKS = str.maketrans("\n\r\t", "   ")
_TRIMMED = " \n\r\t"
_PRIVATE = range(0xF000, 0xF100)
_SYMBOLS = {"f0fe": "☑", "f052": "☑", "f0fc": "✓", "f0a8": "□", "f0a3": "□", "f06f": "□", "f071": "□", "f02a": "□"}
_SINGLE = {"w:tab": "\t", "w:ptab": "\t", "w:br": BREAK, "w:cr": BREAK, "w:noBreakHyphen": "-"}
_DROPPED = frozenset(("w:del", "w:moveFrom", "w:rt"))
KEPT_WHOLE = frozenset(
    ("w:pPr", "w:rPr", "w:sectPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblPrEx", "w:tblGrid", "w:trPr", "w:tcPr",
     "m:ctrlPr")
)  # fmt: skip


class Body:
    """Takes the elements of a part; ``sections`` are the ``w:sectPr`` in order.

    With ``contents`` a table of contents is read too, for a file that never ends it.
    """

    def __init__(self, *, contents: bool = False) -> None:
        self.sections: list[Node] = []
        self._contents = contents
        self._shelf = Shelf()
        self._fields = Fields(contents=contents)
        self._paragraphs: list[Paragraph] = []
        self._count = 0
        self._runs: list[RunProps] = []
        self._chosen: list[bool] = []
        self._galleries: list[bool] = []
        self._remarks: list[str] = []
        self._ranged: set[str] = set()
        self._dropping = 0
        self._tree: Tree | None = None
        self._words: list[str] | None = None
        self._preserve = False
        self._size = 0
        self._starts = self._beginnings()
        self._ends = self._endings()

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        if self._tree:
            self._tree.start(name, attributes)
        elif self._dropping:
            self._dropping += 1
            if name == "w:p":
                self._paragraphs.append(Paragraph(self._count))
                self._count += 1
            elif name == "w:t" and self._paragraphs:
                self._paragraphs[-1].elements += 1
        elif name in KEPT_WHOLE:
            self._tree = Tree()
            self._tree.start(name, attributes)
        elif name in _DROPPED:
            self._dropping = 1
        elif name in _SINGLE:
            self._put(_SINGLE[name])
        elif begin := self._starts.get(name):
            begin(attributes)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._tree:
            self._tree.end(name)
            if self._tree.closed:
                node, self._tree = self._tree.root, None
                if node:
                    self._properties(node)
        elif self._dropping:
            self._dropping -= 1
            if name == "w:p" and self._dropping:
                self._paragraphs.pop()
        elif finish := self._ends.get(name):
            finish()

    def text(self, text: str) -> None:
        """Characters of an element."""
        if self._words is not None and not self._tree and not self._dropping:
            self._words.append(text)
            self._size += len(text)
            if self._size > current().text:
                raise over("文档的文字", "text")

    def _beginnings(self) -> dict[str, Callable[[Attributes], None]]:
        """What is done when an element begins."""
        return {
            "w:p": self._start_paragraph,
            "w:r": lambda _: self._runs.append(RunProps()),
            "w:t": self._start_text,
            "m:t": self._start_text,
            "w:instrText": self._start_text,
            "w:sym": self._symbol,
            "w:fldChar": lambda given: self._fields.mark(given.get("w:fldCharType"), self._number),
            "w:fldSimple": self._simple_field,
            "w:tbl": lambda _: self._shelf.start_table(),
            "w:tr": lambda _: self._shelf.start_row(),
            "w:tc": lambda _: self._shelf.start_cell(),
            "w:txbxContent": lambda _: self._shelf.start_box(),
            "mc:AlternateContent": lambda _: self._chosen.append(False),
            "mc:Choice": self._choose,
            "mc:Fallback": self._choose,
            "w:sdt": lambda _: self._galleries.append(False),
            "w:sdtContent": self._start_control,
            "w:commentRangeStart": self._start_remark,
            "w:commentReference": self._refer_remark,
        }

    def _endings(self) -> dict[str, Callable[[], None]]:
        """What is done when an element ends."""
        return {
            "w:p": self._end_paragraph,
            "w:r": self._end_run,
            "w:t": self._end_text,
            "m:t": self._end_formula,
            "w:instrText": self._end_instruction,
            "w:tbl": self._shelf.end_table,
            "w:tr": self._shelf.end_row,
            "w:tc": self._shelf.end_cell,
            "w:txbxContent": lambda: self._shelf.end_box(self._paragraphs[-1] if self._paragraphs else None),
            "mc:AlternateContent": self._end_alternatives,
            "w:sdt": self._end_control,
        }

    @property
    def items(self) -> list[Item]:
        """What was read."""
        return self._shelf.items

    @property
    def unended(self) -> bool:
        """Whether a table of contents began and did not end, so that the text after it is not read."""
        return self._fields.unended

    @property
    def _number(self) -> int:
        return self._paragraphs[-1].number if self._paragraphs else -1

    @property
    def _hidden(self) -> bool:
        return self._fields.hide or bool(self._runs and self._runs[-1].hidden)

    def _put(self, text: str, element: int = -1, offset: int = 0) -> None:
        """Add characters to the paragraph, unless they are hidden."""
        if text and self._paragraphs and not self._hidden:
            paragraph = self._paragraphs[-1]
            run = self._runs[-1] if self._runs else RunProps()
            paragraph.bits.append(Bit(text, paragraph.number, element, offset, run))

    def _start_paragraph(self, _: Attributes) -> None:
        paragraph = Paragraph(self._count)
        self._count += 1
        self._paragraphs.append(paragraph)
        paragraph.remarks = [(remark, 0) for remark in self._remarks]
        self._remarks = []

    def _end_paragraph(self) -> None:
        paragraph = self._paragraphs.pop()
        self._fields.end_paragraph(paragraph.number)
        self._shelf.add(paragraph, *paragraph.boxes)

    def _start_text(self, attributes: Attributes) -> None:
        self._words = []
        self._preserve = any(key.endswith("space") and value == "preserve" for key, value in attributes.items())

    def _taken(self) -> tuple[str, int]:
        """The characters of the element, and how many before them were not taken."""
        words = "".join(self._words or ()).translate(_BLANKS)
        self._words = None
        if self._preserve:
            return words, 0
        bare = words.lstrip(_TRIMMED)
        return bare.rstrip(_TRIMMED), len(words) - len(bare)

    def _end_text(self) -> None:
        text, offset = self._taken()
        if self._paragraphs:
            self._put(text, self._paragraphs[-1].elements, offset)
            self._paragraphs[-1].elements += 1

    def _end_formula(self) -> None:
        self._put(self._taken()[0])

    def _end_instruction(self) -> None:
        self._fields.instruct(self._taken()[0])

    def _symbol(self, attributes: Attributes) -> None:
        """A character of a font of signs; of those that only such a font has, the ones that forms use are known."""
        code = attributes.get("w:char", "").lower()
        try:
            point = int(code[:6], 16)
        except ValueError:
            return
        if point in _PRIVATE:
            self._put(_SYMBOLS.get(code, ""))
        elif 0x20 <= point < 0xD800 or 0xE000 <= point <= 0xFFFD:
            self._put(chr(point))

    def _end_run(self) -> None:
        self._runs.pop()

    def _properties(self, node: Node) -> None:
        """Take properties once they are known whole."""
        if node.name == "w:pPr" and self._paragraphs:
            self._paragraphs[-1].props = para_props(node)
            self._paragraphs[-1].goes_on = mark_is_gone(node)
            self.sections += node.all("w:sectPr")
        elif node.name == "w:rPr" and self._runs:
            self._runs[-1] = run_props(node)
        elif node.name == "w:sectPr":
            self.sections.append(node)
        elif node.name == "w:tcPr":
            self._shelf.cell_is_wide(node.number("w:gridSpan") or 1)
        elif node.name == "w:trPr" and node.find("w:del"):
            self._shelf.row_is_deleted()
        elif node.name == "w:sdtPr" and self._galleries:
            part = node.find("w:docPartObj") or node.find("w:docPartList")
            gallery = part.value("w:docPartGallery") if part else None
            self._galleries[-1] = gallery == "Table of Contents" and not self._contents

    def _simple_field(self, attributes: Attributes) -> None:
        if is_contents(attributes.get("w:instr", "")) and not self._contents:
            self._dropping = 1

    def _choose(self, _: Attributes) -> None:
        """Of the alternatives that a file offers for one thing take the first."""
        if self._chosen and self._chosen[-1]:
            self._dropping = 1
        elif self._chosen:
            self._chosen[-1] = True

    def _start_control(self, _: Attributes) -> None:
        if self._galleries and self._galleries[-1]:
            self._dropping = 1

    def _end_alternatives(self) -> None:
        self._chosen.pop()

    def _end_control(self) -> None:
        self._galleries.pop()

    def _start_remark(self, attributes: Attributes) -> None:
        remark = attributes.get("w:id", "")
        if remark in self._ranged:
            return
        self._ranged.add(remark)
        if self._paragraphs:
            self._paragraphs[-1].remarks.append((remark, len(self._paragraphs[-1].bits)))
        else:
            self._remarks.append(remark)

    def _refer_remark(self, attributes: Attributes) -> None:
        """The place of a remark that has no range."""
        if self._paragraphs:
            self._start_remark(attributes)
