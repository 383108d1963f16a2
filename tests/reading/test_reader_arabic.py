"""Rules of reading in Arabic, one invented text each:
a wire report, an interview, a statement, a treaty."""

import pytest

from tests.reading.abroad import Expected, expect, read_abroad

WIRE = """هالفيك، 12 يونيو (البريد) - علقت نوردمارك الرحلات الجوية المباشرة مع فالدوريا، حسبما أعلن وزير النقل النوردماركي يوم الخميس.

وقال الوزير: "سنستأنف الرحلات قبل نهاية أغسطس".

وقالت المتحدثة باسم وزارة الخارجية الفالدورية إن كورفاست سترد على هذه الخطوة. وأضافت: "لا يوجد أي تقدم في إصدار التأشيرات".

وأعلنت وزارة الخارجية الفالدورية أن على اثنين من الدبلوماسيين النوردماركيين مغادرة البلاد قبل 30 يونيو.
"""  # noqa: E501 - lines of an article are long

INTERVIEW = """مقابلة مع سفير فالدوريا لدى نوردمارك

سؤال: كيف تسير المفاوضات بشأن القنصليات؟

جواب: لا تزال قنصلياتنا في هالفيك مغلقة. اقترحنا على نوردمارك إعادة فتح القنصليات قبل 1 سبتمبر 2026.

سؤال: وماذا عن تبادل السجناء؟

جواب: المفاوضات بشأن تبادل السجناء مستمرة. لم يتم الاتفاق على أي قائمة.

سؤال: ما هو طبقك المفضل؟

جواب: الحساء.
"""

STATEMENT = """بيان صادر عن وزارة الخارجية الفالدورية

تدين وزارة الخارجية الفالدورية إغلاق قنصلية فالدوريا في هالفيك. ويمثل هذا القرار انتهاكا لاتفاقية فيينا.

تطالب فالدوريا نوردمارك بإعادة فتح القنصلية. وتحتفظ فالدوريا بحق اتخاذ إجراءات.
"""

TREATY = """كورفاست، 3 يونيو (البريد) - قال نائب وزير الخارجية الفالدوري إن معاهدة الصواريخ بين فالدوريا وساركاند تنتهي في 31 ديسمبر.

وأضاف: "عمليات التفتيش معلقة والمشاورات مع ساركاند لم تستأنف".

وأعلنت سفيرة ساركاند أن بلادها مستعدة لمناقشة تمديد المعاهدة مع فالدوريا.
"""  # noqa: E501 - lines of an article are long

IRRELEVANT = (
    "أفضل عروض تذاكر الطيران لصيف هذا العام: رحلات رخيصة إلى روما ومدريد وأثينا. على المسافرين التحقق من جوازات السفر والتأشيرة السياحية قبل السفر. احجز فندقك قرب الشاطئ.",  # noqa: E501
    "يروي فيلم «الصاروخ» قصة سجين هارب. وعرض المخرج فيلمه في المهرجان، وسلمت سفيرة العلامة التجارية الجائزة لأفضل ممثل.",  # noqa: E501
)

EXPECTED = [
    Expected(WIRE, "علقت", None, "XN", "flights", "suspended", None),
    Expected(WIRE, "سنستأنف", None, "XN", "flights", "commitment", "2026-08-31"),
    Expected(WIRE, "لا يوجد أي تقدم", None, "XV", "visas", "no_progress", None),
    Expected(WIRE, "مغادرة البلاد", None, "XV", "diplomatic_property", "setback", None),
    Expected(INTERVIEW, "مغلقة", None, "XV", "diplomatic_property", "no_progress", None),
    Expected(INTERVIEW, "اقترحنا", None, "XV", "diplomatic_property", "offer", None),
    Expected(INTERVIEW, "أي قائمة", None, "XV", "prisoner_exchange", "no_progress", None),
    Expected(STATEMENT, "إغلاق قنصلية", None, "XV", "diplomatic_property", "accusation", None),
    Expected(STATEMENT, "وتحتفظ", None, "XV", "diplomatic_property", "threat", None),
    Expected(TREATY, "تنتهي", None, "XV", "arms_control", "lapsed", None),
    Expected(TREATY, "مستعدة", None, "XS", "arms_control", "offer", None),
]


@pytest.mark.parametrize("expected", EXPECTED, ids=[each.words for each in EXPECTED])
def test_what_is_stated(expected: Expected) -> None:
    expect(expected, "ar")


def test_what_is_asked_and_what_is_no_matter_between_states_is_not_proposed() -> None:
    found = read_abroad(INTERVIEW, "ar")
    assert all(each.question for each in found)
    assert not any("طبقك" in each.quote for each in found)


@pytest.mark.parametrize("text", IRRELEVANT, ids=("holidays", "cinema"))
def test_no_diplomacy_no_suggestion(text: str) -> None:
    assert read_abroad(text, "ar") == []
    assert read_abroad(text, "ar", home=("XN", "XV"), outlet_party="XN") == []
