"""Which part of a web page is the report: by the names that content systems give it, else by where the text is."""

from __future__ import annotations

from functools import cache

from hegui.document.html_tokens import attributes
from hegui.document.html_tree import Element, Page
from hegui.text.tables import load
from hegui.text.values import NamedTuple

_LITTLE, _MUCH = 200, 100
_ALL, _HALF = 0.9, 0.5
_MOST_BESIDE = 120
_LINKS, _LINKED = 3, 0.7
_BESIDE = frozenset(("div", "section", "ul", "ol", "dl", "menu", "p", "aside", "footer", "table"))


class _Names(NamedTuple):
    """Names in lower case, as in html.toml."""

    own: frozenset[str]
    usual: frozenset[str]
    beside: frozenset[str]


@cache
def _names() -> _Names:
    table = load(__file__, "html")
    return _Names(*(frozenset(table[key]) for key in _Names._fields))


def names_of(page: Page, element: Element) -> frozenset[str]:
    """The classes and the id of an element in lower case."""
    given = page.text[element.token.inside : element.token.end].lower()
    if "class" not in given and "id" not in given:
        return frozenset()
    values = attributes(page.text, element.token)
    found = [page.text[slice(*values[key])].lower() for key in ("class", "id") if key in values]
    return frozenset(" ".join(found).split())


def main_part(page: Page) -> Element:
    """The element that holds the report; the whole page when none is known to hold it whole."""
    total = page.root.words
    if total < _LITTLE:
        return page.root
    names = {element: found for element in page.elements if (found := names_of(page, element))}
    own = _outermost([element for element, found in names.items() if found & _names().own])
    best = max(own, key=lambda element: element.words, default=page.root)
    if best.words >= max(_HALF * total, _ALL * sum(element.words for element in own)):
        return best
    chain = [page.root, *(element for element in page.elements if element.words >= _ALL * total)]
    usual = [element for element in chain if names.get(element, frozenset()) & _names().usual]
    return usual[-1] if usual else _with_surroundings(chain)


def _outermost(elements: list[Element]) -> list[Element]:
    """Those in no other of them; ``elements`` are in document order."""
    found: list[Element] = []
    for element in elements:
        if not found or element.first >= found[-1].last:
            found.append(element)
    return found


def _with_surroundings(chain: list[Element]) -> Element:
    """The innermost, or the last around it that adds but a title and a few buttons."""
    inner = chain[-1]
    most = inner.words + inner.linked + _MUCH
    return next(element for element in chain if element.words + element.linked <= most)


def beside(page: Page, main: Element) -> set[Element]:
    """What in ``main`` is no part of the report: lists of links, paths of the site, buttons, its foot."""
    if main.words < _LITTLE:
        return set()
    return {
        element
        for element in page.elements
        if main.first <= element.first < main.last and element is not main and _is_beside(page, element)
    }


def _is_beside(page: Page, element: Element) -> bool:
    if element.words > _MOST_BESIDE or element.name not in _BESIDE:
        return False
    whole = element.words + element.linked
    if element.name != "p" and element.links >= _LINKS and element.linked >= _LINKED * whole:
        return True
    return bool(names_of(page, element) & _names().beside)
