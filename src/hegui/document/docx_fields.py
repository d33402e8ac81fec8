"""Fields of a Word file: what Word computed is read, how it was told to is not, nor tables of contents."""

from __future__ import annotations

_CONTENTS = ("TOC", "INDEX")


def is_contents(instruction: str) -> bool:
    """Whether a field makes a table of contents."""
    return instruction.strip().upper().startswith(_CONTENTS)


class _Field:
    """A complex field that has begun, in the ``paragraph``-th paragraph: first its instruction, then its result."""

    def __init__(self, paragraph: int) -> None:
        self.paragraph = paragraph
        self.instruction = ""
        self.has_result = False
        self.hides = True


class Fields:
    """The complex fields that are open; with ``contents`` tables of contents are read too."""

    def __init__(self, *, contents: bool) -> None:
        self._contents = contents
        self._open: list[_Field] = []

    @property
    def hide(self) -> bool:
        """Whether what stands here now is not read."""
        return bool(self._open) and any(field.hides for field in self._open)

    @property
    def unended(self) -> bool:
        """Whether a table of contents is open."""
        return any(field.has_result and field.hides for field in self._open)

    def mark(self, kind: str | None, paragraph: int) -> None:
        """``kind`` is begin, separate or end."""
        if kind == "begin":
            self._open.append(_Field(paragraph))
        elif self._open and kind == "separate":
            field = self._open[-1]
            field.has_result = True
            field.hides = is_contents(field.instruction) and not self._contents
        elif self._open and kind == "end":
            self._open.pop()

    def instruct(self, words: str) -> None:
        """More of the instruction of the last field."""
        if self._open and not self._open[-1].has_result:
            self._open[-1].instruction += words

    def end_paragraph(self, paragraph: int) -> None:
        """A field whose instruction does not end where it began would hide all the rest."""
        self._open = [field for field in self._open if field.has_result or field.paragraph != paragraph]
