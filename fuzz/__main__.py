"""``python -m fuzz FORMAT [option of libFuzzer …] [file …]``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from typing import Any
from zlib import crc32

import atheris

# Only what reads files guides the fuzzer: the checks would make every input ten times as slow.
with atheris.instrument_imports(include=["hegui"]):
    import hegui.document as floor

    for module in iter_modules(floor.__path__):
        import_module(f"{floor.__name__}.{module.name}")

from fuzz.made import write
from hegui.builtin import READERS
from hegui.document.model import Document, Loader
from hegui.engine.session import Request, Session
from hegui.text.source import Unreadable
from hegui.text.span import Span
from tests.document.test_places import PIECES

HERE = Path(__file__).parent
_SELDOM = 4  # the check of every fourth input, chosen by its bytes so that it comes again
OPTIONS = {"max_total_time": 600, "timeout": 20, "rss_limit_mb": 2048, "max_len": 60_000}


class Fuzzer:
    """Feeds one loader and the check behind it."""

    def __init__(self, loader: Loader) -> None:
        self.loader = loader
        self.path = f"a{loader.suffixes[0]}"
        self.session = Session(Request(paths=()))
        self.text = loader.name in ("txt", "md", "html")

    def feed(self, data: bytes) -> None:
        """One input; raises for anything that must not be."""
        try:
            document = self.loader.load(data, self.path)
        except Unreadable as error:
            if not str(error).strip() or "\n" in str(error):
                raise AssertionError(f"no line: {error!r}") from None
            return
        self._look(document, data)
        if crc32(data) % _SELDOM == 0 and (crashes := self.session.check(self.path, data).crashes):
            raise AssertionError(crashes)

    def _look(self, document: Document, data: bytes) -> None:
        """Every stretch of the text leads back to the characters it was read from."""
        source = document.source.text
        if self.text and document.source.encode() != data:
            raise AssertionError("the bytes do not come back")
        done = 0
        for run in document.runs:
            if run.start != done or not 0 <= run.at <= run.at + run.width <= len(source):
                raise AssertionError(run)
            if run.exact and source[run.at : run.at + run.width] != document.text[run.start : run.end]:
                raise AssertionError(run)
            done = run.end
        if done != len(document.text):
            raise AssertionError("text without a place")
        for block in document.blocks:
            if not document.places(block.span) or block.span.of(document.text).strip() != block.span.of(document.text):
                raise AssertionError(block)
        document.editable(Span(0, len(document.text)))

    def change(self, data: bytes, size: int, seed: int) -> bytes:
        """Half of the time by characters and marks instead of by bytes, lest nearly all fail to decode."""
        random = Random(seed)
        if not self.text or random.random() < 0.4:
            return bytes(atheris.Mutate(data, size))
        text = data.decode("utf-8", "ignore")
        for _ in range(random.randint(1, 5)):
            start = random.randint(0, len(text))
            stop = min(len(text), start + random.choice((0, 1, 3, 30, 300)))
            instead = random.choice(("", random.choice(PIECES), text[start:stop] * 2, random.choice(PIECES) * 9))
            text = text[:start] + instead + text[stop:]
        return text.encode("utf-8", "ignore")[:size]


def main() -> None:
    """Run libFuzzer; it ends the process."""
    loaders = {reader.name: reader.loader() for reader in READERS}
    if len(sys.argv) < 2 or sys.argv[1] not in loaders:
        raise SystemExit(f"python -m fuzz {'|'.join(loaders)} [option of libFuzzer …] [file …]")
    name, given = sys.argv[1], sys.argv[2:]
    corpus, found = HERE / "corpus" / name, HERE / "found"
    found.mkdir(exist_ok=True)
    named = {option.lstrip("-").partition("=")[0] for option in given}
    arguments = [f"-{key}={value}" for key, value in OPTIONS.items() if key not in named]
    arguments += [f"-artifact_prefix={found}/", *given]
    if not any(not option.startswith("-") for option in given):
        write(name, corpus)
        arguments.append(str(corpus))
    fuzzer = Fuzzer(loaders[name])
    setup: Any = atheris.Setup
    setup([sys.argv[0], *arguments], fuzzer.feed, custom_mutator=fuzzer.change)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
