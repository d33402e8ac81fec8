"""What a report of a given year could cite: congresses, outlines, slogans."""

from __future__ import annotations

from random import Random

CONGRESS = {
    2017: "党的十九大",
    2018: "党的十九大和十九届二中、三中全会",
    2019: "党的十九大和十九届二中、三中、四中全会",
    2020: "党的十九大和十九届二中、三中、四中、五中全会",
    2021: "党的十九大和十九届历次全会",
    2022: "党的二十大",
    2023: "党的二十大和二十届二中全会",
    2024: "党的二十大和二十届二中、三中全会",
    2025: "党的二十大和二十届历次全会",
}
FIRST, LAST = min(CONGRESS), max(CONGRESS)


def words(rng: Random, year: int) -> dict[str, str]:
    """Words that depend on the year."""
    old = year <= 2020
    dash = rng.choice("—-")
    goal = "廉洁高效、守法诚信" if old else "智能高效、廉洁诚信、人民满意"
    return {
        "年": str(year),
        "明年": str(year + 1),
        "度": rng.choice(["年", "年", "年度"]),
        "中心组次": str(rng.randint(3, 8)),
        "委员会次": str(rng.randint(2, 4)),
        "全会": CONGRESS[year],
        "思想": "习近平法治思想" if year >= 2020 else "习近平总书记关于全面依法治国的重要论述",
        "纲要": f"《法治政府建设实施纲要（{'2015' if old else '2021'}{dash}{'2020' if old else '2025'}年）》",
        "普法": "“七五”" if old else "“八五”",
        "目标": f"职能科学、权责法定、执法严明、公开公正、{goal}",
    }
