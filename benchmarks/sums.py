"""How well the STA checks tell right sentences from spoiled ones: ``python benchmarks/sums.py [COUNT] [SEED]``.

COUNT sentences (5,000) are made from the forms in ``tests/forms``, half of them spoiled where a form can be;
those held back while the reader was built are a row of their own. Each stands in a complete report, and
the whole family runs on it. Then the seeds: every relation that was judged, and all that the family says.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hegui.engine.walk import look  # noqa: E402  the path above comes first
from hegui.testing import read  # noqa: E402
from tests.forms.judging import codes, family  # noqa: E402
from tests.forms.sentences import Made, load, sample  # noqa: E402
from tests.installed import fazhi  # noqa: E402


class Score(NamedTuple):
    """Counts for one form."""

    right: int = 0
    alarms: int = 0
    wrong: int = 0
    found: int = 0

    def plus(self, made: Made, said: set[str]) -> Score:
        """With one more sentence."""
        if made.right:
            return self._replace(right=self.right + 1, alarms=self.alarms + bool(said))
        return self._replace(wrong=self.wrong + 1, found=self.found + (made.code in said))

    @property
    def recall(self) -> float:
        """The share of the spoiled ones that were told under the form's own code."""
        return self.found / self.wrong if self.wrong else 1.0


def score(sentences: Iterable[Made]) -> dict[str, Score]:
    """The scores by form; false alarms are printed as they come."""
    scores: dict[str, Score] = defaultdict(Score)
    for made in sentences:
        said = codes(made.text)
        if made.right and said:
            print(f"  误报 {sorted(said)} {made.text!r}")
        scores[made.form] = scores[made.form].plus(made, said)
    return scores


def total(scores: dict[str, Score]) -> Score:
    """All forms together."""
    return Score(*(sum(column) for column in zip(*scores.values(), strict=True)))


def row(name: str, score: Score) -> str:
    """One line of the table."""
    recall = f"{score.recall:7.1%}" if score.wrong else "      –"
    return f"{name:28}{score.right:7}{score.alarms:7}{score.wrong:7}{score.found:7}{recall}"


def seeds() -> None:
    """Every relation of the seeds, and what the family says about them."""
    for path in sorted((ROOT / "seeds").glob("*/report.txt")):
        report = read(path.read_text("utf-8"), fazhi())
        print(f"\n{path.parent.name}：{len(report.figures)} 个数，{len(report.relations)} 处数量关系")
        for relation in report.relations:
            print(f"  {relation.line}")
        for check in family():
            for hit in look(check, report).hits:
                print(f"  {check.code} {hit.span.of(report.text)}：{hit.message}")


def main(count: int, seed: int) -> None:
    """Print the table and the seeds."""
    forms, held = load(), load(held=True)
    open_scores = score(sample(forms, count * len(forms) // (len(forms) + len(held)), seed))
    held_scores = score(sample(held, -(-count * len(held) // (len(forms) + len(held))), seed))
    print(f"{'form':28}{'right':>7}{'alarms':>7}{'wrong':>7}{'found':>7}{'recall':>7}")
    for name, one in sorted(open_scores.items()):
        print(row(name, one))
    print(row(f"= {len(forms)} forms", total(open_scores)))
    for name, one in sorted(held_scores.items()):
        print(row(f"held: {name}", one))
    print(row(f"= {len(held)} forms held back", total(held_scores)))
    seeds()


if __name__ == "__main__":
    main(*(int(text) for text in (sys.argv[1:] + ["5000", "1"][len(sys.argv) - 1 :])[:2]))
