"""All that a check author imports."""

from hegui.check import Basis, Check, Corpus, Example, Hit, Severity, Strength, check
from hegui.document.formatting import Formatting, Look, PageSetup
from hegui.document.model import Document, Loader
from hegui.finding import FileResult, Finding, Outcome
from hegui.hooks import Fact, FactTable, Reporter, View, hookimpl
from hegui.report.build import Report
from hegui.report.kind import Duty, Kind, Part, parse_kind
from hegui.report.leaders import LeaderDeed
from hegui.report.model import (
    Citation,
    Figure,
    Heading,
    Issuer,
    Paragraph,
    Passage,
    Section,
    Sentence,
    Signature,
    Title,
)
from hegui.report.relations.model import Relation, Verdict
from hegui.report.sharing import shared
from hegui.report.title import years_in
from hegui.text.alternation import words_of
from hegui.text.dates import Dated, Day, written_dates
from hegui.text.edit import Edit, Fix, Safety
from hegui.text.masking import masked
from hegui.text.patterns import HAN, regex
from hegui.text.span import Span
from hegui.text.tables import load
from hegui.text.values import NamedTuple
from hegui.text.words import cut

__all__ = [
    "HAN",
    "Basis",
    "Check",
    "Citation",
    "Corpus",
    "Dated",
    "Day",
    "Document",
    "Duty",
    "Edit",
    "Example",
    "Fact",
    "FactTable",
    "Figure",
    "FileResult",
    "Finding",
    "Fix",
    "Formatting",
    "Heading",
    "Hit",
    "Issuer",
    "Kind",
    "LeaderDeed",
    "Loader",
    "Look",
    "NamedTuple",
    "Outcome",
    "PageSetup",
    "Paragraph",
    "Part",
    "Passage",
    "Relation",
    "Report",
    "Reporter",
    "Safety",
    "Section",
    "Sentence",
    "Severity",
    "Signature",
    "Span",
    "Strength",
    "Title",
    "Verdict",
    "View",
    "check",
    "cut",
    "hookimpl",
    "load",
    "masked",
    "parse_kind",
    "regex",
    "shared",
    "words_of",
    "written_dates",
    "years_in",
]
