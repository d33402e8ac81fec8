from pathlib import Path

import pytest

import hegui
from hegui.testing import model_report
from tests.engine.conftest import Run

GOOD = model_report().encode()


@pytest.mark.parametrize("how", ["named", "found", "stdin"])
def test_a_file_over_the_limit_is_one_line_and_the_rest_is_checked(run_files: Run, folder: Path, how: str) -> None:
    Path("甲").mkdir()
    Path("甲/hegui.toml").write_text("[limits]\nsize = 1_000", encoding="utf-8")
    Path("甲/大.txt").write_bytes(GOOD)
    Path("乙.txt").write_bytes(GOOD)
    named = {"named": ("甲/大.txt", "乙.txt"), "found": (".",), "stdin": ("-", "乙.txt")}[how]
    outcome = run_files(*named, stdin=GOOD, stdin_name="甲/大.txt")
    assert {file.path: file.error for file in outcome.files} == {
        "乙.txt": None,
        "甲/大.txt": "文件大小超过上限 1000 字节（设置项 limits.size）",
    }
    assert outcome.exit_code == 2


def test_too_long_a_text(run_files: Run) -> None:
    Path("hegui.toml").write_text("[limits]\ntext = 100", encoding="utf-8")
    Path("甲.txt").write_bytes(GOOD)
    assert run_files().files[0].error == "文字超过上限 100 字（设置项 limits.text）"
    assert hegui.check_text(GOOD.decode()).error is None
