"""Sets a draft: numbers the headings, lays out head and signature, then does to the text what copying does."""

from __future__ import annotations

import re
from random import Random

from .heads import fill_labels
from .model import Draft, Fact, Item, Part, Style

DIGITS = "零一二三四五六七八九十"
HALF = str.maketrans({"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "！": "!"})
BRACKETS = str.maketrans({"（": "(", "）": ")"})
CLOSING = "，。；：、,;:)）”》"
NUMBER = "0123456789.%"


def chinese(number: int) -> str:
    """1 to 29 in Chinese."""
    if number <= 10:
        return DIGITS[number]
    tens, ones = divmod(number, 10)
    return f"{'' if tens == 1 else DIGITS[tens]}十{DIGITS[ones] if ones else ''}"


class Setter:
    """Sets the body; counts what is numbered."""

    def __init__(self, style: Style) -> None:
        self.style = style
        self.lines: list[str] = []
        self.firsts = 0
        self.running = 0

    def part(self, part: Part) -> None:
        """One first-level part."""
        if part.role == "half":
            self.lines.append(part.heading)
            self.firsts = 0
            return
        if part.heading:
            self.firsts += 1
            mark = part.mark if part.mark is not None else f"{chinese(self.firsts)}、"
            heading = mark + part.heading
            if part.run_in:
                body = self._items(part)
                self.lines.append(f"{heading}。{body[0]}")
                self.lines.extend(body[1:])
                return
            self.lines.append(heading)
        self.lines.extend(self._items(part))

    def _items(self, part: Part) -> list[str]:
        lines = [part.lead] if part.lead else []
        if part.style == "one":
            texts = [self._one(index, item) for index, item in enumerate(part.items)]
            joined = "".join(texts) if part.items[0].heading else "；".join(text.rstrip("。") for text in texts) + "。"
            lines = [f"{part.lead}{joined}"] if part.lead.endswith("：") or part.run_in else [*lines, joined]
        else:
            self.running = self.running if self.style.through else 0
            for number, item in enumerate(part.items, 1):
                lines.extend(self._item(part.style, number, item))
        return [*lines, part.tail] if part.tail else lines

    def _one(self, index: int, item: Item) -> str:
        body = self._facts_plain(item)
        head = f"{item.heading}。" if item.heading else ""
        return f"{chinese(index + 1)}是{head}{body}"

    def _facts_plain(self, item: Item) -> str:
        return "".join(fact.body + fact.aside for fact in item.facts)

    def _item(self, style: str, number: int, item: Item) -> list[str]:
        body = self._facts(item)
        if style == "plain" or not item.heading:
            return [*body, item.extra] if item.extra else body
        marks = {
            "headed": f"（{chinese(number)}）",
            "run_in": f"（{chinese(number)}）",
            "firsts": f"{chinese(number)}是",
            "digits": f"{number}{self.style.digit}",
            "unmarked": "",
        }
        mark = item.mark if item.mark is not None else marks[style]
        space = " " if self.style.gap and style in {"headed", "run_in"} else ""
        heading = f"{mark}{space}{item.heading}"
        if style == "headed":
            lines = [heading + ("。" if self.style.stop else ""), *body]
        else:
            lines = [f"{heading}。{body[0]}", *body[1:]]
        return [*lines, item.extra] if item.extra else lines

    def _facts(self, item: Item) -> list[str]:
        third = self.style.third if item.role in {"measures", "leader"} else "plain"
        facts = item.facts
        if len(facts) == 1 or third == "plain" or not all(fact.lead for fact in facts):
            return [self._facts_plain(item)]
        if third == "firsts":
            return ["".join(f"{chinese(n)}是{_told(fact)}" for n, fact in enumerate(facts, 1))]
        if third == "leads":
            return [_told(fact) for fact in facts]
        start = self.running
        self.running += len(facts)
        return [
            f"{n}{self.style.digit}{_told(fact)}"
            for n, fact in enumerate(facts, (start if self.style.through else 0) + 1)
        ]


def _told(fact: Fact) -> str:
    return f"{fact.lead}。{fact.body}{fact.aside}"


def _body(draft: Draft) -> list[str]:
    setter = Setter(draft.style)
    lines = [draft.opening] if draft.opening else []
    for part in draft.parts:
        setter.part(part)
    lines += setter.lines
    return [*lines, draft.last] if draft.last else lines


def _width(text: str, style: Style, share: float) -> str:
    if style.width == "full":
        return text
    if style.width == "brackets":
        return text.translate(BRACKETS)
    if style.width == "half":
        return text.translate(HALF)
    lines = text.split("\n")
    at = int(len(lines) * share)
    return "\n".join([line.translate(HALF) for line in lines[:at]] + lines[at:])


def _columns(line: str, width: int) -> str:
    """Hard lines of one width; none begins with a mark, no number is torn."""
    pieces = []
    while len(line) > width:
        cut = width
        while cut < len(line) and (line[cut] in CLOSING or (line[cut - 1] in NUMBER and line[cut] in NUMBER)):
            cut += 1
        pieces.append(line[:cut])
        line = line[cut:]
    return "\n".join([*pieces, line] if line else pieces)


def _pages(line: str, seed: int) -> str:
    """A long paragraph, sometimes broken in the middle of a sentence, as page ends do; other lines do not matter."""
    rng = Random(f"{seed}{line}")
    if len(line) < 120 or rng.random() > 0.25:
        return line
    at = rng.randint(40, len(line) - 40)
    while at < len(line) - 20 and not (_letter(line[at - 1]) and _letter(line[at])):
        at += 1
    return f"{line[:at]}\n\n{line[at:]}"


def _letter(char: str) -> bool:
    return "一" <= char <= "鿿"


def _space(line: str, seed: int) -> str:
    """Blanks round some figures, as Word copies have."""
    rng = Random(f"{seed}{line}")
    return re.sub(r"(?<=[一-鿿])(\d+)(?=[一-鿿])", lambda m: f" {m[1]} " if rng.random() < 0.6 else m[1], line)


def _signature(draft: Draft) -> str:
    if not draft.issuers and not draft.dated:
        return ""
    template = draft.signature
    lines: list[str] = []
    for line in template.split("\n"):
        if "{签}" in line and "{日}" not in line:
            if draft.issuers:
                lines.extend(line.replace("{签}", name) for name in draft.issuers)
        elif "{签}" in line:
            lines.extend(draft.issuers[:-1])
            last = draft.issuers[-1] if draft.issuers else ""
            lines.append(line.replace("{签}", last).replace("{日}", draft.dated).rstrip())
        elif "{日}" not in line:
            lines.append(line)
        elif draft.dated:
            lines.append(line.replace("{日}", draft.dated))
    return "\n".join(lines)


def _titles(draft: Draft, labels: str) -> list[str]:
    """The title as often as it is printed, with the labels and the number where they stand."""
    title, number = draft.title, draft.number
    blocks = [number] if number and draft.number_place == "above" else []
    if title:
        blocks += [title.page, labels] if title.page else []
        first = f"[{number}]" if number and draft.number_place == "front" else ""
        blocks.append(first + "\n".join(title.lines))
        blocks.append(f"（{draft.dated}）" if draft.bracket and draft.dated else "")
        blocks.append(number if draft.number_place == "below" else "")
    if not (title and title.page):
        blocks.append(labels)
    return blocks


def _head(draft: Draft) -> list[str]:
    """All that stands above the body."""
    before, after = (
        fill_labels(template, draft.labels, draft.day, draft.published) for template in (draft.before, draft.after)
    )
    signature = "\n".join([*draft.issuers, draft.dated]) if draft.head_signature else ""
    blocks = [before, *_titles(draft, after), signature, draft.addressee]
    return [block for block in blocks if block]


def render(draft: Draft) -> str:
    """The report as a text file."""
    style, seed = draft.style, draft.seed
    lines = _body(draft)
    if style.spaced:
        lines = [_space(line, seed) for line in lines]
    if style.wrap == "pages":
        lines = [_pages(line, seed) for line in lines]
    lines = [style.indent + line for line in lines]
    if style.wrap == "columns":
        wide = (34, 38, 42)[seed % 3]
        lines = [_columns(line, wide) for line in lines]
    body = ("\n\n" if style.blank else "\n").join(lines)
    blocks = [*_head(draft), body]
    sign = "" if draft.head_signature else _signature(draft._replace(dated="") if draft.bracket else draft)
    if sign:
        blocks.append(sign)
    if draft.foot:
        blocks.append(fill_labels(draft.foot, draft.labels, draft.day, draft.published))
    return _width("\n\n".join(blocks), style, 0.2 + seed % 7 / 15) + "\n"
