"""Rules of reading in Chinese, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """本报哈尔维克6月12日电 诺德马克运输部长埃里克·索尔旺周四宣布，诺德马克已暂停与瓦尔多里亚的直航航班。

索尔旺表示：“我们将在8月底前恢复航班。”

瓦尔多里亚外交部发言人李明表示，科尔瓦斯特将对这一举措作出回应。“签证发放问题没有任何进展。”发言人说。

瓦尔多里亚外交部宣布，两名诺德马克外交官必须在6月30日前离境。
"""

INTERVIEW = """专访瓦尔多里亚驻诺德马克大使

记者：领事馆谈判进展如何？

大使：我们在哈尔维克的领事馆仍然关闭。我们已向诺德马克提议在2026年9月1日前重开领事馆。

记者：交换囚犯的情况呢？

大使：关于交换囚犯的谈判仍在继续。尚未达成任何名单。

记者：您最喜欢的菜是什么？

大使：汤。
"""

STATEMENT = """瓦尔多里亚外交部声明

瓦尔多里亚外交部强烈谴责诺德马克关闭瓦尔多里亚驻哈尔维克领事馆。这一决定违反维也纳领事关系公约。

瓦尔多里亚要求诺德马克重开领事馆。瓦尔多里亚保留采取进一步措施的权利。
"""

TREATY = """本报科尔瓦斯特6月3日电 瓦尔多里亚副外长周二指出，瓦尔多里亚与萨尔坎德的导弹条约将于12月31日到期。

副外长说：“核查已经暂停，与萨尔坎德的磋商尚未恢复。”

萨尔坎德大使表示，萨尔坎德愿意同瓦尔多里亚讨论延长条约。
"""

IRRELEVANT = (
    "今年夏天最优惠的机票：罗马、马德里、雅典特价航班。旅客出发前请检查护照和旅游签证，并提前预订海滩附近的酒店。",
    "电影《导弹》讲述了一名逃犯的故事。导演在电影节上展示了这部作品，品牌形象大使为最佳演员颁奖。",
)

EXPECTED = [
    Expected(WIRE, "暂停", None, "XN", "flights", "suspended", None),
    Expected(WIRE, "没有任何进展", None, "XV", "visas", "no_progress", None),
    Expected(WIRE, "必须在", None, "XV", "diplomatic_property", "setback", None),
    Expected(INTERVIEW, "仍然关闭", None, "XV", "diplomatic_property", "no_progress", None),
    Expected(INTERVIEW, "提议", None, "XV", "diplomatic_property", "offer", None),
    Expected(INTERVIEW, "尚未达成", None, "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "强烈谴责", None, "XV", "diplomatic_property", "setback", None),
    Expected(STATEMENT, "保留", None, "XV", "diplomatic_property", "threat", None),
    Expected(TREATY, "到期", None, "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "核查", None, "XV", "arms_control", "suspended", None),
    Expected(TREATY, "愿意同", None, "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "zh")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "zh")
    assert all(each.question for each in found)
    assert not any("最喜欢" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "zh") == []
    assert read_abroad(text, "zh", home=("XN", "XV"), outlet_party="XN") == []
