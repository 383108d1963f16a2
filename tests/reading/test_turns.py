import pytest

from issues.reading.layout import find_paragraphs
from issues.reading.packs import LanguagePack
from issues.reading.turns import Role, find_turns
from issues.reference import packs as all_packs


def turns(text: str, pack: LanguagePack) -> list[tuple[str, str, str]]:
    """Return role, label and words of every paragraph."""
    found = find_turns(text, find_paragraphs(text), pack)
    return [(str(turn.role), turn.label, text[turn.start : turn.end]) for turn in found]


def roles(text: str, pack: LanguagePack) -> str:
    """Return the roles as one letter each: p(rose) q(uestion) a(nswer) h(eading)."""
    return "".join(role[0] for role, _, _ in turns(text, pack))


@pytest.fixture
def en(packs: dict[str, LanguagePack]) -> LanguagePack:
    return packs["en"]


def test_dashes_ask_and_answer_in_turn(en: LanguagePack) -> None:
    text = (
        "Elena Varga spoke to the Courier.\n— When will flights resume?\n— Not soon.\nThere is much to do.\n"
        "“Much to do”\n— While the talks on visas are stalling...\n— They are not.\n— And the villa?\n— Ours."
    )
    assert roles(text, en) == "pqaahqaqa"


def test_dashes_may_mark_the_questions_only(en: LanguagePack) -> None:
    text = (
        "— When will flights resume?\nNot soon.\n— And the visas?\nWe have eased them twice.\nMore will come."
    )
    assert roles(text, en) == "qaqaa"


def test_a_dash_before_a_single_quote_is_no_interview(en: LanguagePack) -> None:
    text = "— We are ready, — said Minister Lind.\n— Nobody asked us, — said Ambassador Varga."
    assert roles(text, en) == "pp"


@pytest.mark.parametrize(
    "text",
    [
        "Question: Why?\n\nAnswer: Because.\n\nQuestion: When?\n\nAnswer: Soon.",
        "Q Why?\n\nMR. LIND: Because.\n\nQ When?\n\nMR. LIND: Soon.",
        "Reporter: Why?\n\nTomas Lind: Because.\n\nReporter: When?\n\nTomas Lind: Soon.",
        "**Why is that?**\n\nBecause.\n\n**And when?**\n\nSoon it will be.",
        "Harbour Radio: Why?\n\nTomas Lind: Because.\n\nHarbour Radio: When?\n\nTomas Lind: Soon.",
        "Why do you say that?\n\nBecause we know it.\n\nAnd when is it?\n\nSoon, we think.",
    ],
)
def test_labels_bold_and_bare_questions(text: str, en: LanguagePack) -> None:
    assert roles(text, en) == "qaqa"


def test_russian_labels(packs: dict[str, LanguagePack]) -> None:
    text = "Вопрос: Почему?\n\nОтвет: Потому.\n\nВопрос: Когда?\n\nОтвет: Скоро."
    assert roles(text, packs["ru"]) == "qaqa"


def test_answers_carry_their_question_and_label(en: LanguagePack) -> None:
    text = "Q  Will the consulate reopen?\n\nMS. VARGA:  Yes.\n\nIn May, I think.\n\nQ  Thanks.\n"
    found = find_turns(text, find_paragraphs(text), en)
    answers = [turn for turn in found if turn.role is Role.ANSWER]
    assert [turn.label for turn in answers] == ["MS. VARGA", "MS. VARGA"]
    assert [turn.opens for turn in answers] == [True, False]
    for turn in answers:
        assert turn.question is not None
        assert text[slice(*turn.question)] == "Will the consulate reopen?"


def test_a_colon_in_an_article_is_no_label(en: LanguagePack) -> None:
    text = "The talks failed.\n\nNote: the text was corrected.\n\nAMERICAN ACTIONS:\n\nTariffs will fall."
    assert "a" not in roles(text, en)
    assert "q" not in roles(text, en)


def test_a_russian_preposition_is_no_label(packs: dict[str, LanguagePack]) -> None:
    text = "В Хальвике отменили визы.\n\nВ Корвасте об этом знают.\n\nВ мае откроют консульство.\n"
    assert roles(text, packs["ru"]) == "ppp"


def test_the_one_label_of_a_speech_is_of_whom_the_title_names(en: LanguagePack) -> None:
    text = "CONSORT IDA HOLM: Thank you all for coming here tonight.\n\nIt is good to be home.\n"
    paragraphs = find_paragraphs(text)
    named, unnamed = (find_turns(text, paragraphs, en, title) for title in ("Remarks by Ida Holm", "A visit"))
    assert {turn.label for turn in named} == {"CONSORT IDA HOLM"}
    assert {turn.label for turn in unnamed} == {""}


def test_lines_that_tell_who_asked_and_answered(en: LanguagePack) -> None:
    text = (
        "Asked by Ulf Dal (Halvik North)\n\nTo ask the Minister whether the consulate is open.\n\n"
        "Answered by: Ida Holm\n\nThe consulate is open.\n"
    )
    found = [turn for turn in find_turns(text, find_paragraphs(text), en) if turn.end > turn.start]
    assert [turn.role for turn in found] == [Role.QUESTION, Role.ANSWER]
    assert found[1].label == "Ida Holm"


def test_a_heading_is_no_label_among_labels_in_capitals(en: LanguagePack) -> None:
    text = (
        "MODERATOR: Welcome.\n\nSENIOR OFFICIAL: Thanks.\n\nQ Why?\n\nSENIOR OFFICIAL: Well.\n\n"
        "Trade: it has grown.\n\nAcross the North: it has not.\n\nSENIOR OFFICIAL: That is all."
    )
    found = turns(text, en)
    assert {label for _, label, _ in found} == {"MODERATOR", "SENIOR OFFICIAL", "Q"}
    assert ("answer", "SENIOR OFFICIAL", "Trade: it has grown.") in found


def test_the_heading_of_a_numbered_point_is_no_label(en: LanguagePack) -> None:
    text = (
        "1. **Local Capacity:** With this we shall build.\n\nMore is to come.\n\n"
        "2. **Local Capacity:** We have built.\n\nMore has come."
    )
    assert roles(text, en) == "pppp"


def test_chinese_labels_are_names_and_whose_reporter_asks() -> None:
    zh = next(pack for pack in all_packs() if pack.language == "zh")
    text = (
        "《诺德日报》记者：领事馆何时重开？\n\n林远：磋商仍在继续。\n\n电视台记者：直航呢？\n\n"
        "林远：没有消息。\n\n双方在会谈中强调，只有一点：互相尊重。"
    )
    assert [(role, label) for role, label, _ in turns(text, zh)] == [
        ("question", "《诺德日报》记者"),
        ("answer", "林远"),
        ("question", "电视台记者"),
        ("answer", "林远"),
        ("answer", "林远"),
    ]


def test_letters_with_a_stop_before_the_colon_are_labels() -> None:
    fr = next(pack for pack in all_packs() if pack.language == "fr")
    text = "Q. : Et les visas ?\n\nR. : Rien de nouveau.\n\nQ. : Et les vols ?\n\nR. : Pas encore."
    assert turns(text, fr)[:2] == [
        ("question", "Q", "Et les visas ?"),
        ("answer", "R", "Rien de nouveau."),
    ]
