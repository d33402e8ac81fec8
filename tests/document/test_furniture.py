"""What stands around a report on web pages: labels are kept, the rest is left out, no sentence is lost."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hegui.document.furniture import is_furniture
from hegui.document.markdown import MarkdownLoader
from hegui.document.model import Document
from hegui.document.plain import PlainLoader
from hegui.text.source import Lines

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*/report.txt"))
TITLE = "关于甲县乙镇2024年法治政府建设情况的报告"
BODY = """一、2024年推进法治政府建设的主要举措和成效
2024年以来，我镇坚持以习近平法治思想为指导，全面推进依法行政，现将有关情况报告如下。
来源：本段讲资金来源，是报告自己的话。
二、存在的不足
时间：不够用，人手也不够用，主要是因为机构刚刚组建。
甲县乙镇人民政府
2025年1月20日"""

LAYOUTS = tomllib.loads((Path(__file__).parent / "layouts.toml").read_text("utf-8"))
HEADS = {name: ("\n".join(layout["lines"]) + "\n", layout.get("labels", {})) for name, layout in LAYOUTS.items()}


def load(text: str, suffix: str = "txt") -> Document:
    loader = MarkdownLoader() if suffix == "md" else PlainLoader()
    return loader.load(text.encode(), f"a.{suffix}")


@pytest.mark.parametrize("suffix", ["txt", "md"])
@pytest.mark.parametrize("title_first", [True, False])
@pytest.mark.parametrize("name", HEADS)
def test_label_layouts(name: str, title_first: bool, suffix: str) -> None:
    head, expected = HEADS[name]
    document = load(f"{TITLE}\n{head}{BODY}\n" if title_first else f"{head}{TITLE}\n{BODY}\n", suffix)
    assert document.text == f"{TITLE}\n{BODY}"
    labels = {label.name: label.value for label in document.labels}
    assert labels == labels | expected


@pytest.mark.parametrize("title_first", [True, False])
def test_labels_point_at_their_names(title_first: bool) -> None:
    head = HEADS["own lines"][0]
    document = load(f"{TITLE}\n{head}{BODY}\n" if title_first else f"{head}{TITLE}\n{BODY}\n")
    for label in document.labels:
        assert document.source.text.startswith(label.name, label.at)


def test_a_title_with_labels_behind_it() -> None:
    document = load(f"{TITLE} 发布时间：2025-01-22 浏览次数：12\n{BODY}\n")
    assert document.text == f"{TITLE}\n{BODY}"
    assert [(label.name, label.value) for label in document.labels] == [("发布时间", "2025-01-22"), ("浏览次数", "12")]


def test_labels_before_a_sentence_on_one_line_leave_the_sentence() -> None:
    sentence = "2024年以来，我镇坚持依法行政，取得明显成效。"
    document = load(f"{TITLE}\n来源：乙镇 发布时间：2025-01-22 10:00 {sentence}\n一、工作\n{sentence}\n")
    assert document.text == f"{TITLE}\n{sentence}\n一、工作\n{sentence}"
    assert [(label.name, label.value) for label in document.labels] == [
        ("来源", "乙镇"),
        ("发布时间", "2025-01-22 10:00"),
    ]


FOOT = """【打印本页】 【关闭窗口】
责任编辑：张三
扫一扫在手机打开当前页
分享到：微信 微博
上一篇：甲县丙镇2024年工作报告
下一篇：没有了
相关链接
关于做好春耕工作的通知
版权所有：甲县人民政府 主办单位：甲县政府办
湘ICP备05000618号 网站标识码：4300000000
0
"""


def test_the_foot_of_a_page_is_left_out() -> None:
    document = load(f"{TITLE}\n{BODY}\n{FOOT}")
    assert document.text == f"{TITLE}\n{BODY}"
    assert [label.name for label in document.labels] == ["责任编辑"]


SENTENCES = [
    "来源：各类资金来源清楚，专款专用。",
    "时间：全年开展活动12次，参加人员300人次。",
    "技术支持力量不足，信息化水平不高。",
    "相关信息及时公开，群众满意度提高。",
    "主办单位积极配合，承办单位认真落实。",
    "今天是国家宪法日，我镇开展宣传活动。",
    "分享到位、落实到位，工作成效明显。",
    "首页公示执法信息，接受群众监督。",
    "当前，我镇执法力量不足。",
    "打印下载等便民服务实现全覆盖。",
    "审核：凡是重大决定，一律先行审核。",
    "索引号编制规范，目录清楚。",
    "上一年度存在的问题已经整改。",
    "保存证据、立案、调查、处理各环节规范。",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_sentences_of_a_report_stay(sentence: str) -> None:
    lines = [TITLE, sentence, "一、主要工作", sentence, "二、存在不足", sentence, "甲县乙镇人民政府", "2025年1月20日"]
    assert load("\n".join(lines)).text == "\n".join(lines)
    assert load("\n\n".join(f"　　{line}" for line in lines)).text == "\n".join(lines)


@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.parent.name)
def test_no_paragraph_of_a_seed_is_lost(seed: Path) -> None:
    document = load(seed.read_text("utf-8"))
    kept = "".join(document.text.split())
    for line in document.source.text.split("\n"):
        if len(line.strip()) > 30 and "日期:" not in line:
            assert "".join(line.split()) in kept


@given(st.sampled_from(SENTENCES), st.integers(1, 8), st.sampled_from(["\n", "\n\n", "\n\n\n"]))
def test_any_order_of_sentences_stays(sentence: str, times: int, gap: str) -> None:
    lines = ["一、主要工作", *(f"{n}.{sentence}" for n in range(1, times + 1)), "我镇将继续努力，推进依法行政。"]
    assert load(gap.join(lines)).text == "\n".join(lines)


def test_page_numbers_are_left_out_and_cells_stay() -> None:
    text = "一、工作\n我镇坚持依法行政，推进法治建设。\n- 1 -\n全年办案。\n— 2 —\n第 3 页 共 9 页\n4/9\n5\n完成任务。\n"
    assert load(text).text == "一、工作\n我镇坚持依法行政，推进法治建设。\n全年办案。\n完成任务。"
    table = "一、工作\n项目\n数量\n书面\n27\n口头\n39\n66\n以上数据，截至年底。\n"
    assert load(table).text == table.strip()


def test_a_year_alone_is_no_page_number() -> None:
    text = "乙镇\n2022\n年法治政府建设年度报告\n一、工作情况，如下。\n"
    assert "2022" in load(text).text


@pytest.mark.parametrize(
    "text", ["主办单位", "大 中 小", "【打印】【关闭】", "首页 > 公开", "- 12 -", "12/30", "语音播报："]
)
def test_furniture(text: str) -> None:
    assert is_furniture(text)


@pytest.mark.parametrize("text", ["2", "次", "大", "2024", "合计", "甲镇", "", "2024年", "《》", "**"])
def test_no_furniture_inside_a_report(text: str) -> None:
    assert not is_furniture(text)


def test_labels_are_where_their_lines_are() -> None:
    document = load(f"\n\n{HEADS['rows'][0]}{TITLE}\n{BODY}\n")
    lines = Lines(document.source.text)
    assert [lines.at(label.at)[0] for label in document.labels] == [3, 3, 4, 4]


def test_a_day_before_the_labels_is_that_of_publication() -> None:
    labels = "2025-05-08 09:03　　来源:柳河镇人民政府　　字号:大 中 小"
    text = f"柳河镇2024年法治政府建设年度报告\n{labels}\n正文的第一句话在这里，写得长一些。\n"
    document = PlainLoader().load(text.encode(), "a.txt")
    assert [(label.name, label.value) for label in document.labels][:2] == [
        ("时间", "2025-05-08 09:03"),
        ("来源", "柳河镇人民政府"),
    ]
    assert "来源" not in document.text


def test_a_line_of_very_many_digits_is_text() -> None:
    digits = "9" * 5_000
    document = PlainLoader().load(f"第一段写得长一些，是正文。\n{digits}\n第二段也是正文。\n".encode(), "a.txt")
    assert digits in document.text
