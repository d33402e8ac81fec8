"""Words of a Chinese text, by jieba: a second opinion for the few checks that have a candidate.

The dictionary is our own, small enough to load in some milliseconds; ``python -m hegui.text.words``
makes it anew from the frequencies that ship with jieba, or writes it to the file that is named. Settings may ask for
jieba's own full one. Nothing is cached on disk: jieba's own cache is a fixed name in the shared temporary folder,
which any local user could plant.
"""

from __future__ import annotations

import sys
import warnings
from functools import cache
from io import BytesIO
from threading import local
from typing import TYPE_CHECKING, Any

from hegui.text import paths

if TYPE_CHECKING:
    from pathlib import Path

_DICTIONARY = paths.child(paths.parent(__file__), "dictionary.txt")
_SIZE = 20_000
SMALL, FULL = "small", "full"
DICTIONARIES = (SMALL, FULL)


class _Current(local):
    dictionary = SMALL


_current = _Current()


def _import_jieba() -> Any:
    """The module, without pkg_resources (most of its import time) and without its compile warnings."""
    missing = "pkg_resources" not in sys.modules
    if missing:
        sys.modules["pkg_resources"] = None  # type: ignore[assignment]  # so Python spells "not to be imported"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import jieba
    finally:
        if missing:
            del sys.modules["pkg_resources"]
    return jieba


@cache
def _tokenizer(dictionary: str) -> Any:
    jieba = _import_jieba()
    tokenizer = jieba.Tokenizer()
    if dictionary == SMALL:
        tokenizer.FREQ, tokenizer.total = _frequencies()
    else:
        tokenizer.FREQ, tokenizer.total = tokenizer.gen_pfdict(BytesIO(paths.content(_shipped(jieba))))
    tokenizer.initialized = True
    return tokenizer


def _frequencies() -> tuple[dict[str, int], int]:
    """How often each word of our own dictionary stands, 0 for beginnings of words, and the sum: as jieba would read it.

    That would take three times as long, line by line.
    """
    fields = paths.content(_DICTIONARY).decode().split()
    words, counts = fields[::2], list(map(int, fields[1::2]))
    known = dict.fromkeys([word[:end] for word in words for end in range(1, len(word))], 0)
    known.update(zip(words, counts, strict=True))
    return known, sum(counts)


def _shipped(jieba: Any) -> str:
    """The dictionary that ships with jieba."""
    return paths.child(paths.parent(jieba.__file__), "dict.txt")


def use(dictionary: str) -> None:
    """From here on words are cut by the ``small`` or the ``full`` dictionary."""
    _current.dictionary = dictionary


def cut(text: str) -> list[str]:
    """The words of ``text``, in order; together they are the text."""
    return list(_tokenizer(_current.dictionary).cut(text, HMM=False))


def build(source: Path, target: Path, size: int = _SIZE) -> None:
    """Write the ``size`` most frequent words of a jieba dictionary, single characters all kept."""
    rows = [line.split(" ") for line in source.read_text("utf-8").splitlines()]
    ranked = sorted(((int(row[1]), row[0]) for row in rows if len(row[0]) > 1), key=lambda row: (-row[0], row[1]))
    single = [(int(row[1]), row[0]) for row in rows if len(row[0]) == 1 and int(row[1]) > _RARE]
    kept = sorted((word, count) for count, word in (*ranked[:size], *single))
    target.write_text("".join(f"{word} {count}\n" for word, count in kept), "utf-8", newline="\n")


_RARE = 200

if __name__ == "__main__":
    from pathlib import Path

    build(Path(_shipped(_import_jieba())), Path(*sys.argv[1:2] or [_DICTIONARY]))
