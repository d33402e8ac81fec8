import pytest

from hegui.engine.glob import matches


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("*.txt", "a.txt"),
        ("*.txt", "2024/镇/a.txt"),
        ("2024/*.txt", "2024/a.txt"),
        ("./2024/*.txt", "2024/a.txt"),
        ("2024/**", "2024/镇/a.txt"),
        ("**/a.txt", "a.txt"),
        ("**/a.txt", "x/y/a.txt"),
        ("20??/**/a.txt", "2024/a.txt"),
        ("a[1].txt", "a[1].txt"),
    ],
)
def test_fits(pattern: str, path: str) -> None:
    assert matches(pattern, path)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("2024/*.txt", "2024/镇/a.txt"),
        ("2024/*.txt", "x/2024/a.txt"),
        ("a?.txt", "a/.txt"),
        ("*.txt", "a.txt.md"),
        ("a.txt", "ab.txt"),
    ],
)
def test_does_not_fit(pattern: str, path: str) -> None:
    assert not matches(pattern, path)
