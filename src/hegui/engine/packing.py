"""What was seen in a file, as bytes that can be kept, and back: JSON, for what is read back is only data."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from hegui.check import Check, Severity
from hegui.engine.examine import Examined
from hegui.engine.stamp import Spot
from hegui.engine.suppress import Ignore
from hegui.finding import (
    BasisText,
    FileResult,
    Finding,
    Location,
    PartPlace,
    Related,
    WireEdit,
    WireFix,
)
from hegui.text.span import Span

if TYPE_CHECKING:
    from hegui.engine.twins import Sketch

Row = Sequence[Any]


def packed(examined: Examined, sketch: Sketch | None) -> bytes | None:
    """``examined`` as bytes; None when a rule crashed, or a stranger's check adds what JSON has no words for."""
    if examined.crashes:
        return None
    try:
        return _pack(examined, sketch)
    except (TypeError, ValueError, RecursionError):
        return None


def _pack(examined: Examined, sketch: Sketch | None) -> bytes:
    result = examined.result
    return _bytes(
        {
            "about": result[1:9],
            "parts": result.parts,
            "whole": examined.whole,
            "top": examined.top,
            "spots": {code: list(map(_spot_row, spots)) for code, spots in examined.spots.items()},
            "relations": examined.relations,
            "private": examined.private,
            "remarks": [remark[:5] for remark in examined.remarks],
            "missing": examined.missing,
            "sketch": sketch and (sketch.issuers, sketch.year, sorted(sketch.prints)),
        }
    )


def pack_skipped(reason: str) -> bytes:
    """Why a file was passed over, as bytes."""
    return _bytes({"skipped": reason})


def _bytes(value: Mapping[str, Any]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _spot_row(spot: Spot) -> Row:
    finding = spot.finding
    return (
        *(finding.severity, spot.most, spot.cause, spot.spans),
        *(finding.message, finding.advice, finding.section, finding.excerpt, finding.mark),
        *(finding.location, finding.fix, finding.related, finding.data, finding.fingerprint),
    )


def unpack(data: bytes, path: str, checks: Iterable[Check]) -> tuple[Examined, Sketch | None] | str:
    """What was kept of the file that is now at ``path``, with the spots of ``checks``; for one passed over, why.

    Raises ValueError, TypeError, LookupError for what was not packed.
    """
    kept = json.loads(data.decode("utf-8", "surrogatepass"))
    if "skipped" in kept:
        return str(kept["skipped"])
    kind, level, body, year, title, issuers, date, published = kept["about"]
    parts = {role: PartPlace(*place) if place else None for role, place in kept["parts"].items()}
    result = FileResult(path, kind, level, body, year, title, tuple(issuers), date, published, parts=parts)
    spots = kept["spots"]
    examined = Examined(
        result,
        Span(*kept["whole"]),
        _location(kept["top"]),
        {check.code: _spots(check, spots[check.code]) for check in checks if check.code in spots},
        kept["relations"],
        {code: tuple(Span(*span) for span in spans) for code, spans in kept["private"].items()},
        tuple(map(_remark, kept["remarks"])),
        tuple(kept["missing"]),
    )
    return examined, _sketch(kept["sketch"])


def _spots(check: Check, rows: Iterable[Row]) -> tuple[Spot, ...]:
    basis = BasisText(check.basis.text, check.basis.strength.value)
    return tuple(_spot(check, basis, row) for row in rows)


def _spot(check: Check, basis: BasisText, row: Row) -> Spot:
    severity, most, cause, spans, message, advice, section, excerpt, mark, where, fix, related, data, print_ = row
    finding = Finding(
        *(check.code, check.slug, Severity(severity), message, advice, basis, section, excerpt, (mark[0], mark[1])),
        _location(where),
        WireFix(fix[0], fix[1], tuple(map(_edit, fix[2]))) if fix else None,
        tuple(Related(_location(place), note) for place, note in related),
        data,
        print_,
    )
    return Spot(finding, Severity(most), tuple(Span(*span) for span in spans), cause)


def _edit(row: Row) -> WireEdit:
    return WireEdit(_location(row[0]), row[1], row[2], row[3])


def _location(row: Row) -> Location:
    line, column, end_line, end_column, page, paragraph, cell = row
    where = (cell[0], cell[1], cell[2]) if cell else None
    return Location(line, column, end_line, end_column, page, paragraph, where)


def _remark(row: Row) -> Ignore:
    selectors, span, reason, remark, place = row
    return Ignore(tuple(selectors), Span(*span), reason, remark, _location(place))


def _sketch(row: Row | None) -> Sketch | None:
    if row is None:
        return None
    from hegui.engine.twins import Sketch

    return Sketch(tuple(row[0]), row[1], frozenset(row[2]))
