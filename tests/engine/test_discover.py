from pathlib import Path

import pytest

from hegui.engine.discover import EntryPoint, entry_points


def install(folder: Path, name: str, text: str) -> None:
    (folder / name).mkdir(parents=True)
    (folder / name / "entry_points.txt").write_text(text, encoding="utf-8")


def test_reads_dist_info_and_egg_info_sorted_by_name(tmp_path: Path) -> None:
    install(
        tmp_path,
        "my_plugin-1.0.dist-info",
        "[console_scripts]\nx = y:z\n\n[hegui]\nzeta = my.zeta\nalpha = my:Alpha [extra]\n",
    )
    install(tmp_path, "old.egg-info", "; remark\n[hegui]\n# remark\nbeta=old\n[other]\ngamma = no\n")
    assert entry_points([str(tmp_path)]) == (
        EntryPoint("alpha", "my:Alpha", "my-plugin"),
        EntryPoint("beta", "old", "old"),
        EntryPoint("zeta", "my.zeta", "my-plugin"),
    )


def test_never_from_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path, "evil-1.dist-info", "[hegui]\nevil = evil\n")
    monkeypatch.chdir(tmp_path)
    assert entry_points(["", ".", str(tmp_path), str(tmp_path / ".")]) == ()
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    assert [point.name for point in entry_points([str(tmp_path)])] == ["evil"]


def test_the_first_copy_of_a_distribution_counts(tmp_path: Path) -> None:
    install(tmp_path / "a", "twice-2.dist-info", "[hegui]\none = new\n")
    install(tmp_path / "b", "twice-1.dist-info", "[hegui]\none = old\ntwo = old\n")
    points = entry_points([str(tmp_path / "a"), str(tmp_path / "b")])
    assert points == (EntryPoint("one", "new", "twice"),)


def test_our_own_come_before_others_of_the_same_name(tmp_path: Path) -> None:
    install(tmp_path, "aaa-1.dist-info", "[hegui]\nbuiltin = fake\n")
    install(tmp_path, "hegui-1.dist-info", "[hegui]\nbuiltin = hegui.builtin\n")
    assert [point.distribution for point in entry_points([str(tmp_path)])] == ["hegui", "aaa"]


def test_what_is_not_there_or_not_text_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "empty-1.dist-info").mkdir()
    (tmp_path / "file.egg-info").write_text("no folder", encoding="utf-8")
    install(tmp_path, "odd-1.dist-info", "")
    (tmp_path / "odd-1.dist-info" / "entry_points.txt").write_bytes(b"\xff[hegui]\n\xff")
    assert entry_points([str(tmp_path), str(tmp_path / "missing"), str(tmp_path / "file.egg-info")]) == ()
