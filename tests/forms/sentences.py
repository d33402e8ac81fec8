"""Sentences made from the forms in this folder: right ones, and ones with a figure spoiled.

A form is a TOML file: ``templates`` with ``{name}`` places, ``draw`` (ranges), ``derive`` (expressions over
what is drawn), an optional ``require``, and rows of ``spoil`` that give some names another value.
``{a:cn}`` prints a Chinese numeral, ``{a:wide}`` full-width digits, ``{a:,}`` thousands separators.
"""

from __future__ import annotations

import random
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from hegui.text.numerals import to_chinese

HERE = Path(__file__).parent
_WIDE = str.maketrans("0123456789.,%", "０１２３４５６７８９．，％")


class Form(NamedTuple):
    """One way of saying a relation between figures."""

    name: str
    code: str
    templates: tuple[str, ...]
    draw: dict[str, list[int]]
    derive: dict[str, str]
    require: str
    spoils: tuple[dict[str, str], ...]


class Made(NamedTuple):
    """A sentence of a form; ``right`` tells whether its figures agree."""

    form: str
    code: str
    text: str
    right: bool


class _Number(int):
    def __format__(self, spec: str) -> str:
        if spec == "cn":
            return to_chinese(int(self))
        if spec == "wide":
            return str(int(self)).translate(_WIDE)
        return int(self).__format__(spec)


def printed_as(value: int, spec: str) -> str:
    """``value`` as a form prints it: cn, wide, with separators (,), or plain."""
    return format(_Number(value), "" if spec == "plain" else spec)


def percent(part: float, whole: float, digits: int = 2) -> str:
    """``part`` in ``whole`` as a percentage, rounded half up, at most ``digits`` decimals, as clerks print it."""
    scaled = int(abs(part) * 100 * 10**digits * 2 + whole) // int(2 * whole)
    out = f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}}" if digits else str(scaled)
    return out.rstrip("0").rstrip(".") if digits else out


def truncated(part: int, whole: int, digits: int = 2) -> str:
    """The same, cut off instead of rounded."""
    scaled = abs(part) * 100 * 10**digits // whole
    out = f"{scaled // 10**digits}.{scaled % 10**digits:0{digits}}"
    return out.rstrip("0").rstrip(".")


def plus(number: str, by: float) -> str:
    """A printed decimal changed by ``by`` units of its last digit."""
    digits = len(number.partition(".")[2])
    scaled = round(float(number) * 10**digits) + int(by)
    return f"{scaled / 10**digits:.{digits}f}"


def fits(rate: str, whole: int) -> bool:
    """Whether some part of ``whole`` gives the printed ``rate``, rounded or cut off."""
    digits = len(rate.partition(".")[2])
    return any(
        abs(part / whole * 100 - float(rate)) < 0.5000001 * 10**-digits
        or 0 <= part / whole * 100 - float(rate) < 10**-digits
        for part in range(whole + 1)
    )


def part_fits(rate: str, part: int) -> bool:
    """Whether ``part`` of some whole gives the printed ``rate``."""
    digits = len(rate.partition(".")[2])
    shares = (part / whole * 100 - float(rate) for whole in range(part, 40 * part + 40))
    return any(abs(off) < 0.5000001 * 10**-digits or 0 <= off < 10**-digits for off in shares)


def grown(now: int, rate: str, up: bool) -> bool:
    """Whether some whole previous value makes the change to ``now`` print as ``rate``."""
    digits = len(rate.partition(".")[2])
    for before in range(1, 4 * now + 8):
        change = (now - before) / before * 100 * (1 if up else -1)
        if abs(change - float(rate)) <= 0.5000001 * 10**-digits or 0 <= change - float(rate) < 10**-digits:
            return True
    return False


_NAMES = {
    "percent": percent,
    "truncated": truncated,
    "plus": plus,
    "fits": fits,
    "part_fits": part_fits,
    "grown": grown,
    "float": float,
    "str": str,
    "abs": abs,
    "int": int,
    "max": max,
    "min": min,
    "round": round,
}


def load(held: bool = False) -> tuple[Form, ...]:
    """All forms of the folder, or those held back."""
    folder = HERE / "held" if held else HERE
    return tuple(_parse(path) for path in sorted(folder.glob("*.toml")))


def _parse(path: Path) -> Form:
    table: dict[str, Any] = tomllib.loads(path.read_text("utf-8"))
    return Form(
        path.stem,
        table["code"],
        tuple(table["templates"]),
        table.get("draw", {}),
        table.get("derive", {}),
        table.get("require", ""),
        tuple(table.get("spoil", ())),
    )


def _value(expression: str, names: dict[str, Any]) -> Any:
    return eval(expression, {"__builtins__": {}}, {**_NAMES, **names})


def _draw(form: Form, rng: random.Random) -> dict[str, Any]:
    for _ in range(2000):
        names: dict[str, Any] = {key: rng.randint(*bounds) for key, bounds in form.draw.items()}
        names["d"] = rng.choice((1, 2, 3, 5, 8, 13, 21))
        for key, expression in form.derive.items():
            names[key] = _value(expression, names)
        if not form.require or _value(form.require, names):
            return names
    raise ValueError(f"no draw satisfies {form.name}")


def _print(template: str, names: dict[str, Any]) -> str:
    return template.format_map({k: _Number(v) if isinstance(v, int) else v for k, v in names.items()})


def right(form: Form, rng: random.Random) -> Made:
    """A sentence whose figures agree."""
    return Made(form.name, form.code, _print(rng.choice(form.templates), _draw(form, rng)), right=True)


def wrong(form: Form, rng: random.Random) -> Made:
    """A sentence with one relation broken; raises ValueError for a form without ``spoil``."""
    if not form.spoils:
        raise ValueError(f"{form.name} has nothing to spoil")
    for _ in range(2000):
        names = _draw(form, rng)
        row = dict(rng.choice(form.spoils))
        require = row.pop("require", "")
        names |= {key: _value(expression, names) for key, expression in row.items()}
        positive = all(v > 0 for v in names.values() if isinstance(v, int) and not isinstance(v, bool))
        if positive and (not require or _value(require, names)):
            return Made(form.name, form.code, _print(rng.choice(form.templates), names), right=False)
    raise ValueError(f"no spoiled draw satisfies {form.name}")


def sample(forms: tuple[Form, ...], count: int, seed: int) -> Iterator[Made]:
    """``count`` sentences, the forms in turn, about half of them spoiled where a form can be."""
    rng = random.Random(seed)
    for index in range(count):
        form = forms[index % len(forms)]
        spoil = bool(form.spoils) and (index // len(forms)) % 2 == 1
        yield wrong(form, rng) if spoil else right(form, rng)
