from hypothesis import given
from hypothesis import strategies as st

from issues.reading.fingerprints import SAME, fingerprint, locate, sketch

STORY = (
    "Nordmark and Valdoria have agreed to resume direct flights between Halvik and Korvast. The first plane "
    "will leave on Monday, the ministry said. Nobody would say what had changed since the spring, when talks "
    "ended after an hour. The consulates remain closed, and visas are issued to delegations only."
)


def test_the_same_words_have_one_fingerprint() -> None:
    assert fingerprint("“We agree”,\nhe said") == fingerprint('"We agree", he said')
    assert fingerprint("We agree") != fingerprint("We disagree")


def test_a_reprint_resembles_its_original_and_other_news_does_not() -> None:
    reprint = STORY.replace("the ministry said", "the ministry told our paper").upper()
    assert sketch(STORY).resemblance(sketch(reprint)) > 0.6
    assert sketch(STORY).resemblance(sketch(STORY + " More soon.")) > SAME
    assert sketch(STORY).resemblance(sketch("A café opened in Halvik and serves soup to sailors.")) < 0.1
    assert sketch("").resemblance(sketch(STORY)) == 0


def test_a_quote_is_found_in_another_setting_of_the_text() -> None:
    other = "HALVIK —  Minister said: «We agree\non the flights» – no more."
    place = locate('"We agree on the flights"', other)
    assert place is not None
    assert other[slice(*place)] == "«We agree\non the flights»"
    assert locate("We agreed", other) is None
    assert locate("  ", other) is None


@given(st.text(), st.text(min_size=1), st.text())
def test_what_is_located_stands_there(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    place = locate(quote, text)
    if place is not None:
        assert 0 <= place[0] < place[1] <= len(text)
