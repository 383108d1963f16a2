"""Chinese: how it speaks of dates, and its writing without spaces."""

import re
from collections.abc import Collection

from issues.reading.date_pack import Bearing, DatePack, Frame, Part
from issues.reading.writing import Characters

_FIGURES = "一二三四五六七八九十"
_MONTHS = {f"{number}月": number for number in range(1, 13)} | {
    name + "月": number for number, name in enumerate((*_FIGURES, "十一", "十二"), start=1)
}
_COUNTS: dict[str, int | None] = {name: number for number, name in enumerate(_FIGURES, start=1)}
_COUNTS |= {"两": 2, "十五": 15, "二十": 20, "三十": 30, "六十": 60, "几": None, "数": None, "半": None}
_MONTH = r"(?P<month>1[0-2]月|[1-9]月|十[一二]?月|[一二三四五六七八九]月)"
_YEAR = r"(?:(?P<year>(?:19|20|21)\d{2})年|(?P<year_relation>今年|明年|去年))"
_NUMBER = r"\d{1,3}|十五|二十|三十|六十|[一二三四五六七八九十两几数]"
_PART = r"(?P<part>年初|年底|年末|年中|月初|月底|月末|中旬|上旬|下旬|初|底|末|上半年|下半年)"

DATES = DatePack(
    language="zh",
    trigger=re.compile(r"\d|[年月日周季天]|星期|[今昨明]天|[一二三四五六七八九十]月|前天|后天|[春夏秋冬]"),
    day=(
        re.compile(rf"(?<!\d){_YEAR}?{_MONTH}(?P<day>\d{{1,2}})日?(?:[-–—至到](?P<day2>\d{{1,2}}))?(?:日|号)"),
    ),
    period=re.compile(
        rf"(?<!\d)(?:{_YEAR}?(?:{_MONTH}|第?(?P<ordinal>[一二三四1-4])(?P<ordinal_unit>季度)"
        r"|(?P<season>[春夏秋冬])[天季])|(?P<relation>本|这个?|下个?|上个?|今|明|去)?"
        r"(?P<unit>周|星期|月|季度|年)(?!\d)"
        rf"|(?P<bare_year>(?:19|20|21)\d{{2}})年){_PART}?"
    ),
    named_day=re.compile(r"前天|昨天|昨日|今天|今日|明天|明日|后天"),
    weekday=re.compile(r"(?P<relation>本|这|下|上)?(?:周|星期)(?P<weekday>[一二三四五六日天])"),
    counted=re.compile(
        rf"(?:(?P<count>{_NUMBER})个?(?P<unit_ago>天|日|周|星期|月|年)(?P<ago>前|以前|之前)"
        rf"|(?P<relation>未来|今后|接下来|过去)?(?P<count_ahead>{_NUMBER})个?"
        r"(?P<unit>天|日|周|星期|月|年)(?P<frame>内|之内|以内|后|之后|以后))"
    ),
    lead=re.compile(r"(?P<lead>不晚于|最迟|不早于|截至|截止|直到|自从|自|从|于|在|到|至)$"),
    trail=re.compile(r"(?P<lead>之前|以前|前|为止|起|以来|之后|以后|后)"),
    future=re.compile(r"将|会|拟|计划|预计|有望|准备|打算"),
    past=re.compile(r"了|已|曾|过"),
    plural=re.compile(r"[几数]"),
    working_days=re.compile(r"工作"),
    from_event=re.compile(r"(?!)"),
    begins=re.compile("(?!)"),
    joins=re.compile(r"\s?[-–—至到]\s?"),
    months=_MONTHS,
    day_words={},
    feasts={},
    seasons={"春": 21, "夏": 22, "秋": 23, "冬": 24},
    weekdays={"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6},
    units={"天": "day", "日": "day", "周": "week", "星期": "week", "月": "month", "季度": "quarter",
           "年": "year"},
    ordinals={"第一": 1, "第二": 2, "第三": 3, "第四": 4, "一": 1, "二": 2, "三": 3, "四": 4,
              "1": 1, "2": 2, "3": 3, "4": 4},
    relations={"本": 0, "这": 0, "今": 0, "下": 1, "明": 1, "上": -1, "去": -1, "未来": 1, "今后": 1,
               "接下来": 1, "过去": -1},
    parts={"年初": Part.START, "月初": Part.START, "初": Part.START, "上旬": Part.START, "年中": Part.MIDDLE,
           "中旬": Part.MIDDLE, "年底": Part.END, "年末": Part.END, "月底": Part.END, "月末": Part.END,
           "底": Part.END, "末": Part.END, "下旬": Part.END, "上半年": Part.FIRST_HALF,
           "下半年": Part.SECOND_HALF},
    counts=_COUNTS,
    frames={"内": Frame.WITHIN, "之内": Frame.WITHIN, "以内": Frame.WITHIN, "后": Frame.AFTER,
            "之后": Frame.AFTER, "以后": Frame.AFTER, "前": Frame.AGO, "以前": Frame.AGO, "之前": Frame.AGO},
    day_offsets={"前天": -2, "昨": -1, "今": 0, "明": 1, "后天": 2},
    leads={"不晚于": Bearing.BY, "最迟": Bearing.BY, "不早于": Bearing.SINCE, "截至": Bearing.UNTIL,
           "截止": Bearing.UNTIL, "直到": Bearing.UNTIL, "自": Bearing.SINCE, "从": Bearing.SINCE,
           "于": Bearing.AT, "在": Bearing.AT, "到": Bearing.UNTIL, "至": Bearing.UNTIL,
           "之前": Bearing.UNTIL, "以前": Bearing.UNTIL, "前": Bearing.UNTIL, "为止": Bearing.UNTIL,
           "起": Bearing.SINCE, "以来": Bearing.SINCE, "之后": Bearing.SINCE, "以后": Bearing.SINCE,
           "后": Bearing.SINCE},
)  # fmt: skip


def writing(words: Collection[str]) -> Characters:
    return Characters(words)
