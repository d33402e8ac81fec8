"""PDF files that are broken, or made to hang, to fill the memory or to crash what reads them."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.document import limits, pdf_child, pdf_process
from hegui.document.limits import MEGABYTE, Limits
from hegui.document.model import Document
from hegui.document.pdf import PdfLoader
from hegui.engine.run import run
from hegui.engine.session import Request
from hegui.text.source import Unreadable
from tests.document import pdfs
from tests.document.pdfs import content, packed, stream, typed, write
from tests.document.test_pdf import TEXT, blocks, load, refused

GOOD = pdfs.file(content(typed(*TEXT)))
CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
ONE_PAGE = b"<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>"
PAGE = b"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>>>"
RESOURCES = b"/Resources<</Font<</F 5 0 R>>/XObject<</X 4 0 R>>>>"
LATIN = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]" + RESOURCES


@pytest.fixture(autouse=True)
def _default_limits() -> Iterator[None]:
    yield
    limits.use(limits.DEFAULT)


def page(painted: bytes) -> bytes:
    return write([CATALOGUE, ONE_PAGE, PAGE, painted, LATIN])


def tree(kids: bytes, count: int) -> bytes:
    return write([CATALOGUE, b"<</Type/Pages/Kids[%b]/Count %d/MediaBox[0 0 595 842]>>" % (kids, count), PAGE])


CASES = {
    "nothing but a header": (b"%PDF-1.7", "已损坏"),
    "cut off": (GOOD[: len(GOOD) // 2], "已损坏"),
    "pages that are their own parent": (tree(b"2 0 R 2 0 R", 9), "已损坏"),
    "a million pages": (tree(b"3 0 R " * 1_000_000, 1_000_000), "页数超过上限 2000 页（设置项 limits.pages）"),
    "more pages told than there are": (tree(b"3 0 R", 2**31 - 1), "limits.pages|没有文字"),
    "a page that paints itself": (page(stream(b"/X Do " * 1000, FORM)), r"limits\.(?:seconds|unpacked)|没有文字"),
    "a packed gigabyte": (page(packed(b"q " * (100 * MEGABYTE))), r"limits\.unpacked"),
    "a length that is its own": (page(b"<</Length 4 0 R>>stream\nq\nendstream"), "没有文字|已损坏"),
    "arrays in arrays": (write([b"[" * 500_000, b"<<" * 500_000]), "已损坏"),
    "brackets painted": (page(stream(b"[" * 3_000_000)), "没有文字"),
}


@pytest.mark.parametrize("name", CASES)
def test_each_is_one_line_in_time(name: str) -> None:
    data, reason = CASES[name]
    begun = monotonic()
    told = refused(data)
    assert monotonic() - begun < 20  # 5 s where nothing else runs
    assert re.search(reason, told), told
    assert blocks(load(GOOD)) == list(TEXT)


@pytest.mark.parametrize(
    ("bounds", "data", "reason"),
    [
        (Limits(pages=1), pdfs.file(content(typed(*TEXT)), b""), "页数超过上限 1 页（设置项 limits.pages）"),
        (Limits(text=50), GOOD, "文字超过上限 50 字（设置项 limits.text）"),
        (Limits(seconds=1), page(stream(b"/X Do " * 1000, FORM)), "设置项 limits.seconds"),
    ],
)
def test_limits_are_settings(bounds: Limits, data: bytes, reason: str) -> None:
    limits.use(bounds)
    assert reason in refused(data)
    limits.use(limits.DEFAULT)
    assert blocks(load(GOOD)) == list(TEXT)


def test_a_page_of_any_size_is_read() -> None:
    data = GOOD.replace(b"[0 0 595 842]", b"[0 0 1e38 1e9]")
    assert "".join(blocks(load(data))) == "".join(TEXT)
    assert "没有文字" in refused(page(stream(b"BT /F 1e38 Tf 1e38 1e38 Td (hello) Tj ET")))


@pytest.mark.parametrize(
    "code", ["d800", "dc00", "d800d800dc00", "0000", "0008", "000a", "0085", "2028", "feff", "fffe"]
)
def test_a_character_that_is_none_parts_no_line(code: str) -> None:
    painted = content(typed(*TEXT)).replace(b"5e74", b"5e74" + code.encode())
    assert len(blocks(load(pdfs.file(painted)))) == len(TEXT)


def test_a_password() -> None:
    # Revision 2 of the standard handler; no password has this check value.
    locked = write([CATALOGUE, ONE_PAGE, PAGE, stream(b""), LATIN]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<%b>/U<%b>>>" % (b"11" * 32, b"22" * 32),
    )
    assert refused(locked) == "PDF 设有打开密码，请去掉密码后再检查"


def test_the_process_is_started_anew_after_it_died() -> None:
    load(GOOD)
    first = pdf_process._children[0]
    first._process.kill()
    first._process.wait()
    assert blocks(load(GOOD)) == list(TEXT)
    assert pdf_process._children[0] is not first
    load(GOOD)
    assert len(pdf_process._children) == 1


def outcome(data: bytes) -> Document | str:
    """What was read, or why not."""
    try:
        return PdfLoader().load(data, "a.pdf")
    except Unreadable as error:
        return str(error)


def test_a_process_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "script.py").write_text("raise SystemExit(1)", "utf-8")
    with monkeypatch.context() as patch:
        pdf_process.end()
        patch.setattr("hegui.document.pdf_child.__file__", str(tmp_path / "script.py"))
        assert refused(GOOD) == "无法启动读 PDF 的程序"
        patch.setattr("sys.executable", str(tmp_path / "none"))
        assert refused(GOOD).startswith("无法启动读 PDF 的程序（")
    assert blocks(load(GOOD)) == list(TEXT)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(st.integers(0, len(GOOD) - 1), st.binary(min_size=1, max_size=4)), min_size=1, max_size=6),
    st.integers(0, len(GOOD)),
)
def test_changed_bytes(changes: list[tuple[int, bytes]], cut: int) -> None:
    data = bytearray(GOOD)
    for at, new in changes:
        data[at : at + len(new)] = new
    if cut % 5 == 0:
        del data[cut:]
    told = outcome(bytes(data))
    assert isinstance(told, Document) or "\n" not in told
    if isinstance(told, Document):
        assert all(place.page for block in told.blocks for place in told.places(block.span))


NUMBER = st.one_of(st.integers(-(10**9), 10**9), st.floats(width=32)).map(
    lambda number: f"{number}".replace("inf", "9e9")
)
OPERATION = st.one_of(
    st.builds("BT /F {} Tf {} {} {} {} {} {} Tm <4E004E8C> Tj ET".format, *[NUMBER] * 7),
    st.builds("{} {} m {} {} l S".format, *[NUMBER] * 4),
    st.builds("{} {} {} {} re f".format, *[NUMBER] * 4),
    st.builds("{} {} {} {} {} {} cm".format, *[NUMBER] * 6),
    st.sampled_from(["q", "Q", "BT", "ET", "/I Do", "/X Do", "[", "]", "(", "<<"]),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(OPERATION, max_size=12), min_size=1, max_size=3), st.sampled_from([0, 90, 180, 270, 45]))
def test_any_operations_at_any_place(pages: list[list[str]], turned: int) -> None:
    data = pdfs.file(*("\n".join(page).encode() for page in pages), more=b"/Rotate %d" % turned)
    told = outcome(data)
    assert "\n" not in told if isinstance(told, str) else "".join(blocks(told)).strip()


def test_the_other_files_are_checked_and_nothing_is_left_behind(tmp_path: Path) -> None:
    (tmp_path / "坏.pdf").write_bytes(CASES["a packed gigabyte"][0])
    (tmp_path / "好.pdf").write_bytes(GOOD)
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    command = [sys.executable, "-m", "hegui", "check", "坏.pdf", "好.pdf", "--kind", "fazhi", "--format", "concise"]
    environment = os.environ | {name: str(temporary) for name in ("TMPDIR", "TEMP", "TMP")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=False)
    told = (done.stdout + done.stderr).decode("utf-8")
    assert done.returncode == 2, told
    assert "坏.pdf" in told
    assert "好.pdf" in told
    assert "Traceback" not in told
    assert list(temporary.iterdir()) == []
    assert run(Request((str(tmp_path / "好.pdf"),), kind="fazhi")).files[0].error is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for a process where Linux lists them")
def test_the_process_dies_with_the_one_that_started_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(page(stream(b"/X Do " * 1000, FORM)))
    script = (
        "import sys, threading, time\nfrom pathlib import Path\nfrom hegui.document import pdf_process\n"
        "data = Path('a.pdf').read_bytes()\n"
        "threading.Thread(target=pdf_process.ask, args=(data,), daemon=True).start()\n"
        "while not pdf_process._children: time.sleep(0.01)\n"
        "print(pdf_process._children[0]._process.pid, flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=tmp_path, stdout=subprocess.PIPE) as parent:
        assert parent.stdout
        child = int(parent.stdout.readline())
        assert Path(f"/proc/{child}").exists()
        parent.kill()
    end = monotonic() + 10
    while Path(f"/proc/{child}/stat").exists() and monotonic() < end:
        if Path(f"/proc/{child}/stat").read_text("utf-8", "replace").rsplit(")", 1)[-1].split()[0] == "Z":
            break
    assert monotonic() < end


def test_the_process_imports_nothing_of_hegui() -> None:
    """It starts without the folders in which hegui may lie."""
    assert not re.search(r"^\s*(?:from|import) hegui", Path(pdf_child.__file__).read_text("utf-8"), re.MULTILINE)
