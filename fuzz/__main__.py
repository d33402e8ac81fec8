"""``python -m fuzz FORMAT [option of libFuzzer …] [file …]``."""

from __future__ import annotations

import re
import sys
from importlib import import_module
from io import BytesIO
from pathlib import Path
from pkgutil import iter_modules
from random import Random
from typing import Any
from zipfile import ZipFile
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
        changed = b""
        if self.text and random.random() < 0.6:
            changed = _rewritten(data, PIECES, random)
        elif self.loader.name == "docx" and random.random() < 0.8:
            changed = _in_archive(data, random)
        return changed if 0 < len(changed) <= size else bytes(atheris.Mutate(data, size))


def _rewritten(data: bytes, pieces: list[str], random: Random) -> bytes:
    """``data`` with stretches of its text cut, doubled, or replaced by one of ``pieces``."""
    text = data.decode("utf-8", "ignore")
    for _ in range(random.randint(1, 5)):
        start = random.randint(0, len(text))
        stop = min(len(text), start + random.choice((0, 1, 3, 30, 300)))
        instead = random.choice(("", random.choice(pieces), text[start:stop] * 2, random.choice(pieces) * 9))
        text = text[:start] + instead + text[stop:]
    return text.encode("utf-8", "ignore")


def _in_archive(data: bytes, random: Random) -> bytes:
    """An archive with one of its parts rewritten; empty when ``data`` is none."""
    try:
        with ZipFile(BytesIO(data)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except Exception:  # a changed archive fails in many ways
        return b""
    if not parts:
        return b""
    name = random.choice(list(parts))
    marks = [*re.findall(r"<[^<>]+>", parts[name].decode("utf-8", "ignore")), "<w:p>", "</w:p>", "&#1;", "<!DOCTYPE a>"]
    parts[name] = _rewritten(parts[name], marks, random)
    file = BytesIO()
    with ZipFile(file, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    return file.getvalue()


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
