"""Arabic: how it speaks of dates, and its particles written in one with the word that follows."""

import re
from collections.abc import Collection

from issues.reading.date_pack import Bearing, DatePack, Frame, Part
from issues.reading.writing import Proclitics

_S = r"\s{1,3}"
_MONTHS = {
    "يناير": 1, "كانون الثاني": 1, "فبراير": 2, "شباط": 2, "مارس": 3, "آذار": 3, "أبريل": 4, "إبريل": 4,
    "نيسان": 4, "مايو": 5, "أيار": 5, "يونيو": 6, "حزيران": 6, "يوليو": 7, "تموز": 7, "أغسطس": 8, "آب": 8,
    "سبتمبر": 9, "أيلول": 9, "أكتوبر": 10, "تشرين الأول": 10, "نوفمبر": 11, "تشرين الثاني": 11,
    "ديسمبر": 12, "كانون الأول": 12,
}  # fmt: skip
_NAMES = "|".join(name.replace(" ", _S) for name in sorted(_MONTHS, key=len, reverse=True))
# "حزيران/يونيو": the Syrian and the European name side by side
_MONTH = rf"(?:شهر{_S})?(?P<month>{_NAMES})(?:\s?/\s?(?:{_NAMES}))?(?!\w)"
_YEAR = r"(?:عام\s{1,3}|سنة\s{1,3})?(?P<year>(?:19|20|21)\d{2})(?!\d)"
_WEEKDAY = r"(?:الاثنين|الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد)"
_UNITS = {
    "يوم": "day", "أيام": "day", "يوماً": "day", "يوما": "day", "أسبوع": "week",
    "أسابيع": "week", "أسبوعا": "week", "شهر": "month",
    "أشهر": "month", "شهور": "month", "شهرا": "month", "فصل": "quarter", "عام": "year",
    "أعوام": "year", "سنة": "year", "سنوات": "year",
}  # fmt: skip
_UNIT = "|".join(sorted(_UNITS, key=len, reverse=True))
_COUNTS: dict[str, int | None] = {
    "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7,
    "سبع": 7, "ثمانية": 8, "تسعة": 9, "عشرة": 10, "خمسة عشر": 15, "عشرين": 20, "ثلاثين": 30, "ستين": 60,
    "بضعة": None, "عدة": None,
}  # fmt: skip
_NUMBER = r"\d{1,3}|" + "|".join(name.replace(" ", _S) for name in sorted(_COUNTS, key=len, reverse=True))
_AFTER_NOUN = r"المقبلة?|القادمة?|الماضية?|المنصرم|الجاري|الحالية?|المقبلين|القادمين"

DATES = DatePack(
    language="ar",
    trigger=re.compile(
        rf"\d|{_NAMES}|{_WEEKDAY}|{_UNIT}|اليوم|أمس|غدا|بعد غد|الصيف|الربيع|الخريف|الشتاء|الربع|النصف"
    ),
    day=(
        re.compile(
            rf"(?:{_WEEKDAY}\s?[،,]?\s?)?(?<![\w.,/:-])(?P<day>\d{{1,2}})"
            rf"(?:\s?[-–—]\s?(?P<day2>\d{{1,2}}))?{_S}(?:من{_S})?{_MONTH}(?:{_S}(?:من{_S})?{_YEAR})?"
        ),
    ),
    period=re.compile(
        rf"(?:(?P<part>مطلع|أوائل|بداية|منتصف|أواخر|نهاية|ختام|النصف{_S}الأول{_S}من|النصف{_S}الثاني{_S}من){_S})?"
        rf"(?:(?P<relation>هذا|هذه){_S})?"
        rf"(?:الربع{_S}(?P<ordinal>الأول|الثاني|الثالث|الرابع)(?P<ordinal_unit>)(?:{_S}من)?|{_MONTH}"
        rf"|(?:فصل{_S})?(?P<season>الصيف|الربيع|الخريف|الشتاء)|ال(?P<unit>أسبوع|شهر|عام|سنة)"
        r"|(?P<bare_year>(?!)))"
        rf"(?:{_S}(?P<relation_after>{_AFTER_NOUN})(?!\w))?(?:{_S}(?:من{_S})?{_YEAR})?"
    ),
    named_day=re.compile(rf"أول{_S}أمس|(?<!\w)أمس(?!\w)|(?<!\w)اليوم(?!\w)|بعد{_S}غد|(?<!\w)غدا[ًا]?(?!\w)"),
    weekday=re.compile(
        rf"(?:يوم{_S})?(?P<relation>هذا)?(?P<weekday>{_WEEKDAY})(?:{_S}(?P<relation_after>{_AFTER_NOUN})(?!\w))?"
    ),
    counted=re.compile(
        rf"(?<!\w)(?:(?P<ago>قبل){_S}(?:(?P<count>{_NUMBER}){_S})?(?P<unit_ago>{_UNIT})(?!\w)"
        rf"|(?P<frame>خلال|في{_S}غضون|بعد){_S}(?:ال)?(?:(?P<count_ahead>{_NUMBER}){_S})?(?:ال)?(?P<unit>{_UNIT})"
        rf"(?!\w)(?:{_S}(?P<relation_after>{_AFTER_NOUN})(?!\w))?(?P<relation>(?!))?)"
    ),
    lead=re.compile(
        rf"(?<!\w)(?P<lead>في{_S}موعد{_S}أقصاه|بحلول|قبل|حتى|منذ|اعتبارا{_S}من|بدءا{_S}من|ابتداء{_S}من|بعد|في|خلال"
        rf"|يوم|إلى){_S}(?:يوم{_S})?$"
    ),
    future=re.compile(r"(?<!\w)(?:سوف|سي\w+|ست\w+|سن\w+|من المقرر|من المتوقع|يعتزم|تعتزم|يتوقع)"),
    past=re.compile(r"(?<!\w)(?:قال|أعلن|أعلنت|قالت|كان|كانت|تم|جرى|جرت|عقد)(?!\w)"),
    plural=re.compile(r"(?:أيام|أسابيع|أشهر|شهور|أعوام|سنوات)"),
    working_days=re.compile(r"عمل"),
    from_event=re.compile(rf"{_S}(?:من{_S}(?:تاريخ|توقيع)|بعد)"),
    begins=re.compile("(?!)"),
    joins=re.compile(rf"\s?[-–—]\s?|{_S}(?:إلى|حتى){_S}"),
    months=_MONTHS,
    day_words={},
    feasts={},
    seasons={"الربيع": 21, "الصيف": 22, "الخريف": 23, "الشتاء": 24},
    weekdays={"الاثنين": 0, "الإثنين": 0, "الثلاثاء": 1, "الأربعاء": 2, "الخميس": 3, "الجمعة": 4,
              "السبت": 5, "الأحد": 6},
    units=_UNITS,
    ordinals={"الأول": 1, "الثاني": 2, "الثالث": 3, "الرابع": 4},
    relations={"هذا": 0, "هذه": 0, "الجاري": 0, "الحالي": 0, "المقبل": 1, "القادم": 1, "الماضي": -1,
               "المنصرم": -1},
    parts={"مطلع": Part.START, "أوائل": Part.START, "بداية": Part.START, "منتصف": Part.MIDDLE,
           "أواخر": Part.END, "نهاية": Part.END, "ختام": Part.END, "النصف الأول": Part.FIRST_HALF,
           "النصف الثاني": Part.SECOND_HALF},
    counts=_COUNTS,
    frames={"خلال": Frame.WITHIN, "في غضون": Frame.WITHIN, "بعد": Frame.AFTER, "قبل": Frame.AGO},
    day_offsets={"أول أمس": -2, "أمس": -1, "اليوم": 0, "غدا": 1, "بعد غد": 2},
    leads={"في موعد أقصاه": Bearing.BY, "بحلول": Bearing.BY, "قبل": Bearing.BEFORE, "حتى": Bearing.UNTIL,
           "إلى": Bearing.UNTIL, "منذ": Bearing.SINCE, "اعتبارا من": Bearing.SINCE,
           "بدءا من": Bearing.SINCE, "ابتداء من": Bearing.SINCE, "بعد": Bearing.SINCE, "في": Bearing.AT,
           "خلال": Bearing.AT, "يوم": Bearing.AT},
)  # fmt: skip


def writing(words: Collection[str]) -> Proclitics:
    known = Proclitics()
    for word in words:
        known.spell(word)
    return known
