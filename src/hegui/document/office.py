"""Old Word and WPS files: made into ``.docx`` by an office program of the machine, in a profile of its own."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hegui.document.docx import OLE, DocxLoader, refuse_others
from hegui.document.limits import check_size
from hegui.document.model import Document
from hegui.document.programs import program
from hegui.text.source import Unreadable

SECONDS = 60
_NAMES = ("soffice", "libreoffice")
_PLACES = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_ADVICE = "请用 Word 或 WPS 打开后另存为 .docx 再检查"
_NOT_OLD = "内容不是旧版 Word 或 WPS 文档，"
# No macro runs, nothing is fetched: a link in the document would otherwise be followed while it is converted.
_SETTINGS = (
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Writer/Content/Update", "Link", "0"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)


class OfficeLoader:
    """Reads ``.doc`` and ``.wps`` files; one that is a ``.docx`` inside needs no office program."""

    name = "doc"
    suffixes: tuple[str, ...] = (".doc", ".wps")
    unchangeable = "旧版 Word 和 WPS 文件不能直接修正，请另存为 .docx"

    def load(self, data: bytes, path: str) -> Document:
        """The document in ``data``; its places are those of the ``.docx`` made of it. Raises Unreadable."""
        check_size(len(data))
        if not data.startswith((OLE, b"PK")):
            refuse_others(data)
            raise Unreadable(f"{_NOT_OLD}{_ADVICE}")
        return DocxLoader().load(data, path)


def converted(data: bytes) -> bytes:
    """The ``.docx`` that an office program makes of an old file; raises Unreadable."""
    refuse_others(data)
    office = next(filter(None, (program(name, _PLACES) for name in _NAMES)), None)
    if office is None:
        raise Unreadable(f"旧版 Word 或 WPS 文档要靠 LibreOffice 转换，本机没有；{_ADVICE}")
    with TemporaryDirectory(prefix="hegui-", ignore_cleanup_errors=True) as temporary:
        folder = Path(temporary)
        profile = folder / "profile"
        (profile / "user").mkdir(parents=True)
        (profile / "user" / "registrymodifications.xcu").write_text(_profile(), "utf-8")
        # Of whatever name: office programs go by the suffix, and take .wps for another program's.
        (folder / "report.doc").write_bytes(data)
        _run(
            [
                office,
                f"-env:UserInstallation={profile.as_uri()}",
                *("--headless", "--invisible", "--norestore", "--nolockcheck", "--nodefault", "--nologo"),
                *("--convert-to", "docx", "--outdir", str(folder / "made"), str(folder / "report.doc")),
            ],
            folder,
        )
        made = folder / "made" / "report.docx"
        if not made.is_file():
            raise Unreadable(f"LibreOffice 转换不了这个文件，可能已损坏；{_ADVICE}")
        check_size(made.stat().st_size)
        return made.read_bytes()


def _profile() -> str:
    """The settings of the program, as it keeps them itself."""
    items = "".join(
        f'<item oor:path="/org.openoffice.{path}"><prop oor:name="{name}" oor:op="fuse">'
        f"<value>{value}</value></prop></item>"
        for path, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'


def _run(command: list[str], folder: Path) -> None:
    """Run the program; after ``SECONDS`` it is killed with all that it started. Raises Unreadable."""
    child = _start(command, folder)
    try:
        child.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise Unreadable(f"LibreOffice 转换这个文件超过 {SECONDS} 秒，已停止；{_ADVICE}") from None
    finally:
        _kill(child)


def _start(command: list[str], folder: Path) -> subprocess.Popen[bytes]:
    """The program at work, in a group of processes of its own; what it leaves lying about is in ``folder``."""
    places = ("HOME", "TMPDIR", "TMP", "TEMP")
    environment = {**os.environ, **dict.fromkeys(places, str(folder))}
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
    return subprocess.Popen(  # noqa: S603 - a program of the machine, by its full name
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        creationflags=flags,
        start_new_session=sys.platform != "win32",
    )


def _kill(child: subprocess.Popen[bytes]) -> None:
    """End the program and its children, which outlive it when it only starts another."""
    if sys.platform == "win32":
        killer = Path(os.environ.get("SYSTEMROOT", "C:/Windows"), "System32", "taskkill.exe")
        if child.poll() is None:
            subprocess.run([killer, "/F", "/T", "/PID", str(child.pid)], capture_output=True, check=False)  # noqa: S603 - likewise
    else:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(child.pid, signal.SIGKILL)
    child.wait()
