"""The reviewer's page in a browser: what it does, what it asks for, how soon it is there."""

from __future__ import annotations

import re
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect, sync_playwright

from hegui.finding import Outcome
from hegui.hooks import View
from hegui.reporters.html import annotated, render
from tests.reporters.sample import HELD, file, finding
from tests.reporters.test_html import HOSTILE, filled
from tests.system import program

pytestmark = pytest.mark.system

ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run", "--disable-sync"]
NAMES = ("柳河镇人民政府", "白云乡人民政府", "高岭街道办事处")
THREE = HELD._replace(
    files=tuple(
        file(
            f"{name}.txt",
            *(
                finding(fingerprint=f"{number}{n}", code=code)
                for n, code in enumerate(("LDR005", "FMT001")[: number + 0])
            ),
            issuers=(name,),
            score=score,
            grade=grade,
        )
        for number, (name, score, grade) in enumerate(zip(NAMES, (100, 9, 75), ("A", "D", "C"), strict=True))
    )
)
Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A real Chromium without a window."""
    chromium = program("chromium", "chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def show(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """``show(page text, width=, scheme=)`` from a file; the browser may neither complain nor ask for anything else."""
    told: list[str] = []
    contexts = []

    def show(text: str, width: int = 1280, scheme: str = "light", **more: Any) -> Any:
        place = tmp_path / "审核.html"
        place.write_text(text, "utf-8", newline="\n")
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, **more)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: told.append(f"console: {message.text}"))
        page.on("pageerror", lambda error: told.append(f"error: {error}"))
        page.on("dialog", lambda dialog: told.append(f"dialog: {dialog.message}"))
        page.on("request", lambda request: told.append(request.url) if request.url != place.as_uri() else None)
        page.goto(place.as_uri())
        return page

    yield show
    for context in contexts:
        context.close()
    assert [each for each in told if not each.startswith("data:,")] == []


def names(page: Any) -> list[str]:
    return [name.strip() for name in page.locator("#table tbody tr:visible th").all_inner_texts()]


def test_it_sorts_by_its_heads(show: Open) -> None:
    page = show(render(THREE, View()))
    score = page.get_by_role("button", name="得分")
    score.click()
    assert names(page) == [NAMES[1], NAMES[2], NAMES[0]]
    assert page.locator("th", has=score).get_attribute("aria-sort") == "ascending"
    score.click()
    assert names(page) == [NAMES[0], NAMES[2], NAMES[1]]
    assert page.locator("th", has=score).get_attribute("aria-sort") == "descending"
    assert page.locator("th[aria-sort]").count() == 1
    page.get_by_role("button", name="单位", exact=True).press("Enter")
    assert names(page) == [NAMES[1], NAMES[2], NAMES[0]], "in the order of pinyin"


def test_it_filters(show: Open) -> None:
    page = show(render(THREE, View()))
    status = page.get_by_role("status")
    assert status.inner_text() == "显示 3 / 3 份报告，3 个问题"
    page.locator("select[name=rule]").select_option("FMT001")
    expect(page.locator("#table tbody tr:visible")).to_have_count(1)
    assert names(page) == [NAMES[2]]
    assert status.inner_text() == "显示 1 / 3 份报告，1 个问题"
    page.get_by_role("button", name="清除筛选").click()
    expect(page.locator("#table tbody tr:visible")).to_have_count(3)
    page.get_by_label("A", exact=True).uncheck()
    expect(page.locator("#table tbody tr:visible")).to_have_count(2)
    page.get_by_label("查找").fill("高岭")
    expect(page.locator("#table tbody tr:visible")).to_have_count(1)
    assert page.locator("details.report:visible").count() == 1
    page.get_by_label("错误").uncheck()
    expect(page.locator("#nothing")).to_be_visible()


def test_a_bar_leads_to_its_rule(show: Open) -> None:
    page = show(render(THREE, View()))
    page.get_by_role("button", name="FMT001").click()
    assert names(page) == [NAMES[2]]
    assert page.evaluate("document.activeElement.name") == "rule"


def test_a_body_leads_to_its_findings_and_a_hover_tells_the_basis(show: Open) -> None:
    page = show(render(THREE, View()))
    page.get_by_role("link", name=NAMES[1]).click()
    report = page.locator("details.report[open]")
    assert report.count() == 1
    tip = page.get_by_role("tooltip")
    code = report.get_by_role("link", name="LDR005")
    code.hover()
    assert "党政机关公文处理工作条例" in tip.inner_text()
    assert code.get_attribute("aria-describedby") == "tip"
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    code.focus()
    assert tip.is_visible(), "focus tells it as well as the mouse"
    report.locator("li").first.hover()
    assert report.locator("mark.on").count() == 1


def test_it_is_used_by_keyboard_alone(show: Open) -> None:
    page = show(render(THREE, View()))
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "跳到正文"
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.tagName + (document.activeElement.name || '')"))
        if page.evaluate("document.activeElement.tagName") == "SUMMARY":
            break
    assert {"BUTTON", "INPUTlevel", "SELECTrule", "INPUTwords", "A", "SUMMARY"} <= reached
    page.keyboard.press("Enter")
    assert page.locator("details.report[open]").count() == 1


def test_what_a_screen_reader_is_told(show: Open) -> None:
    page = show(render(THREE, View()))
    tree = page.locator("body").aria_snapshot()
    for words in (
        "- table",
        'columnheader "得分"',
        f'rowheader "{NAMES[0]}"',
        "- status",
        'heading "各单位一览"',
        "region",
    ):
        assert words in tree
    assert page.locator("html").get_attribute("lang") == "zh-CN"
    assert page.locator("td.missing, td.weak, td.present").first.inner_text().split()[1] in "有弱缺"


def test_marks_have_names_that_colour_does_not_carry(show: Open) -> None:
    page = show(render(THREE, View()))
    page.locator("details.report summary").nth(1).click()
    assert page.locator("details.report li b:visible").first.inner_text() == "错误"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_both_themes_can_be_read(show: Open, scheme: str) -> None:
    page = show(render(THREE, View()), scheme=scheme)
    page.locator("details.report summary").nth(1).click()
    assert contrasts(page) >= 4.5
    page.locator("#theme").click()
    assert contrasts(page) >= 4.5
    light = "getComputedStyle(document.body).backgroundColor"
    assert (sum(map(int, page.evaluate(light)[4:-1].split(","))) > 380) == (scheme == "dark"), "the other theme now"


def contrasts(page: Any) -> float:
    """The least contrast of visible text with what is behind it."""
    lowest: float = page.evaluate("""() => {
        const channel = c => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
        const parse = text => text.match(/[\\d.]+/g).map(Number);
        const light = rgb => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
        const behind = el => {
            for (; el; el = el.parentElement) {
                const c = parse(getComputedStyle(el).backgroundColor);
                if (c.length < 4 || c[3] > 0.99) return c;
            }
            return [255, 255, 255];
        };
        let lowest = 21;
        for (const el of document.querySelectorAll('h1,h2,p,td,th,b,a,small,mark,dd,dt,label,legend,span,sup')) {
            if (!el.checkVisibility() || !el.textContent.trim() || el.closest('.skip')) continue;
            const [a, b] = [light(parse(getComputedStyle(el).color)), light(behind(el))].sort((x, y) => y - x);
            lowest = Math.min(lowest, (a + 0.05) / (b + 0.05));
        }
        return lowest;
    }""")
    return lowest


@pytest.mark.parametrize(
    "text", [render(THREE, View(roster=NAMES)), annotated(THREE.files[1], THREE.tool)], ids=["all", "one"]
)
@pytest.mark.parametrize("width", [400, 800, 1280, 1600])
def test_no_width_scrolls_the_page_sideways(show: Open, text: str, width: int) -> None:
    page = show(text, width=width)
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words(show: Open, words: str) -> None:
    page = show(render(filled(words), View(roster=(words,))))
    page.evaluate("document.querySelectorAll('details').forEach(each => { each.open = true; })")
    assert words in page.locator("#r1").inner_text()
    assert page.locator("script").count() == 1
    page.get_by_label("查找").fill(words)
    expect(page.locator("#shown")).to_contain_text("显示 2 / 2")


def test_without_scripts_everything_is_there(show: Open) -> None:
    page = show(render(THREE, View()), java_script_enabled=False)
    assert page.get_by_role("button", name="得分").count() == 0
    assert not page.locator("#filter").is_visible()
    page.locator("details.report summary").nth(1).click()
    assert page.get_by_text("改为本级党政主要负责人").first.is_visible()


def test_it_prints_on_a4_and_repeats_the_head(show: Open, tmp_path: Path, county: Outcome) -> None:
    page = show(render(county._replace(files=county.files[:90]), View()))
    page.locator("details.report summary").first.click()
    sheet = tmp_path / "审核.pdf"
    sheet.write_bytes(page.pdf(prefer_css_page_size=True, print_background=False))
    text = subprocess.run([program("pdftotext", "poppler-utils"), "-raw", sheet, "-"], capture_output=True, check=True)
    pages = ["".join(each.split()) for each in text.stdout.decode().split("\f")]
    rows = page.locator("#table tbody th").all_inner_texts()
    whole = "".join(pages)
    assert sum("".join(name.split()) in whole for name in rows) == 90
    assert sum("第一责任人" in each and "按期报送" in each for each in pages) >= 3, "the head stands on every page"
    information = subprocess.run([program("pdfinfo", "poppler-utils"), sheet], capture_output=True, check=True)
    assert re.search(r"Page size: +84[12]\S* x 59[45]\S* pts \(A4\)", information.stdout.decode())


def test_300_reports_open_within_two_seconds(show: Open, county: Outcome) -> None:
    text = render(county, View())
    page = show(text)
    times = []
    for _ in range(3):
        started = time.perf_counter()
        page.reload()
        page.locator("#shown").filter(has_text="300 / 300").wait_for()
        times.append(time.perf_counter() - started)
    assert min(times) < 2
