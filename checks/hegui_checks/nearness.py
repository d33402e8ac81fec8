"""How two titles or phrases differ."""

from __future__ import annotations


def differing(a: str, b: str) -> tuple[int, str, str]:
    """Where two of them begin to differ, and what of each is left without their common beginning and end."""
    shortest = min(len(a), len(b))
    start = next((i for i in range(shortest) if a[i] != b[i]), shortest)
    end = next((i for i in range(shortest - start) if a[-1 - i] != b[-1 - i]), shortest - start)
    return start, a[start : len(a) - end], b[start : len(b) - end]


def distance(a: str, b: str) -> int:
    """How many characters must be added, dropped or replaced to turn ``a`` into ``b``."""
    _, a, b = differing(a, b)
    row = list(range(len(b) + 1))
    for i, left in enumerate(a, 1):
        above, row[0] = row[0], i
        for j, right in enumerate(b, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (left != right))
    return row[-1]
