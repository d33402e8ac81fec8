from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from hegui.report import citations


def titles(text: str) -> list[str]:
    return [citation.title for citation in citations.read_citations(text)]


def test_titles_lose_their_blanks_and_keep_what_is_inside() -> None:
    assert titles("《 宪 法》和《关于印发〈办法〉的通知》《》") == ["宪法", "关于印发〈办法〉的通知"]
    assert titles("《关于印发《办法》的通知》，《行政\n处罚法》") == ["关于印发《办法》的通知"]
    assert titles(f"《{'长' * 148}》《{'长' * 149}》") == ["长" * 148]


@given(st.text("《》ab \n", max_size=30))
def test_a_text_without_nested_marks_is_read_as_any_other(text: str) -> None:
    assert list(citations.read_citations(text)) == list(citations._nested(text))
