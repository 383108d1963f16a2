import pytest

from issues.reading.page import UnreadablePage
from issues.reading.page_html import read_html

INTERVIEW = """<html lang="en"><head><title>Envoy: flights stall | The Norport Gazette</title>
<script>var tracking = "— Would you like cookies?";</script></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/beaches">Ten beaches to visit</a></li></ul></nav>
<header><h1>Envoy: flights stall</h1></header>
<article><p>The envoy of Norland spoke to the Gazette about direct flights and about visas.</p>
<h2>"We are stalled"</h2>
<p><b>— Will direct flights between the two countries resume this summer?</b></p>
<p>— No. There has been no
  progress on <a href="/flights">direct flights</a> at&nbsp;all.</p>
<p><strong>What about the visas?</strong> We would like to see them issued.<br/>They are not.</p>
<p>Question: And the prisoners?<br>Answer: The topic is <i>present</i> in the dialogue.</p>
<div>In a division<br><br>— A question there?<br>— An answer there.</div>
<ul><li>The first point;</li><li>the second point.</li></ul>
<blockquote>Words set off as a block.</blockquote></article>
<aside><a href="/1">Related: holiday flights from 49 crowns</a></aside>
<footer>© 2019 The Norport Gazette. All rights reserved. Contact us.</footer></body></html>"""


def test_blocks_and_bold_questions_keep_their_own_lines_and_furniture_is_left_out() -> None:
    page = read_html(INTERVIEW)
    assert page.text.split("\n") == [
        "The envoy of Norland spoke to the Gazette about direct flights and about visas.",
        '"We are stalled"',
        "— Will direct flights between the two countries resume this summer?",
        "— No. There has been no progress on direct flights at all.",
        "What about the visas?",
        "We would like to see them issued.",
        "They are not.",
        "Question: And the prisoners?",
        "Answer: The topic is present in the dialogue.",
        "In a division",
        "— A question there?",
        "— An answer there.",
        "The first point;",
        "the second point.",
        "Words set off as a block.",
    ]
    assert (page.title, page.language) == ("Envoy: flights stall", "en")


def test_a_fragment_without_head_and_article_is_read_whole() -> None:
    page = read_html("<p>Norport, 4:09 P.M.</p><p>Q. Any news?</p><p>THE SPOKESMAN: None.</p>")
    assert page.text == "Norport, 4:09 P.M.\nQ. Any news?\nTHE SPOKESMAN: None."


def test_preformatted_text_keeps_its_lines() -> None:
    text = "<html><body><pre>Question: Any news\nof the talks?\n\nAnswer: None.</pre></body></html>"
    assert read_html(text).text == "Question: Any news\nof the talks?\nAnswer: None."


def test_bold_words_within_a_sentence_do_not_break_it() -> None:
    text = "<body><p>He asked <b>what is to be done?</b> and left.</p><p><b>Norport</b> said so.</p></body>"
    assert read_html(text).text == "He asked what is to be done? and left.\nNorport said so."


@pytest.mark.parametrize(
    "text", ["<html></html>", "<p> </p>", "<script>render()</script><div id=app></div>", "<!-- -->"]
)
def test_a_page_without_words_says_what_to_do(text: str) -> None:
    with pytest.raises(UnreadablePage, match=r"empty|paste the text"):
        read_html(text)
