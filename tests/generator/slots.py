"""Slots of the phrases: words by name, numbers that agree with each other.

``{a:3-8}`` a number from 3 to 8, ``{a:2-9*10}`` a multiple of ten, ``~`` at the end: larger for larger bodies.
``{b:a%90-98}`` that share of a in percent, ``{b:ax20-40}`` that many times a, ``r10`` at the end: rounded to tens.
``{c:a-b}`` ``{c:a+b}`` difference and sum, ``{r:b/a}`` the rate in percent, one decimal. ``{a}`` says it again.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from random import Random

SLOT = re.compile(r"\{([^{}:]+)(?::([^{}]*))?\}")
RANGE = re.compile(r"(\d+)-(\d+)(?:\*(\d+))?(?:r(\d+))?(~?)")
SHARE = re.compile(r"([a-z])([%x])(\d+)-(\d+)(?:r(\d+))?")
SUM = re.compile(r"([a-z])([-+/])([a-z])")


def _round(value: int, step: str | None) -> int:
    unit = int(step) if step else 1
    return max(unit, value // unit * unit)


class Voice:
    """Fills slots for one writer in one year."""

    def __init__(self, rng: Random, words: Mapping[str, str], scale: int = 1) -> None:
        self.rng = rng
        self.words = words
        self.scale = scale

    def fill(self, text: str, **more: str) -> str:
        """The text with every slot filled. Raises KeyError for a word that is not known."""
        numbers: dict[str, int] = {}

        def one(match: re.Match[str]) -> str:
            name, rule = match[1], match[2]
            if rule is None:
                if name in more:
                    return more[name]
                return str(numbers[name]) if name in numbers else self.fill(self.words[name])
            return self._number(name, rule, numbers)

        return SLOT.sub(one, text)

    def _number(self, name: str, rule: str, numbers: dict[str, int]) -> str:
        if match := RANGE.fullmatch(rule):
            low, high = int(match[1]), int(match[2])
            scale = self.scale if match[5] else 1
            value = self.rng.randint(low * scale, high * scale) * int(match[3] or 1)
            numbers[name] = _round(value, match[4])
        elif match := SHARE.fullmatch(rule):
            whole, low, high = numbers[match[1]], int(match[3]), int(match[4])
            if match[2] == "%":
                share = whole * self.rng.randint(low, high) // 100
                numbers[name] = max(1, min(share, whole - 1))
            else:
                numbers[name] = _round(whole * low + self.rng.randint(0, whole * (high - low)), match[5])
        elif match := SUM.fullmatch(rule):
            left, right = numbers[match[1]], numbers[match[3]]
            if match[2] == "/":
                return f"{left / right * 100:.1f}"
            numbers[name] = left + right if match[2] == "+" else left - right
        else:
            raise ValueError(f"no such slot: {name}:{rule}")
        return str(numbers[name])
