"""Whether a sentence is worth an editor's time: it states something, and says it to the end.

A briefing is full of sentences that name a matter and say nothing on it: they break off, ask, hand
the question on, or tell where an answer may be found.
"""

import re

from issues.reading.marks import Marks
from issues.reading.sentences import Sentence
from issues.reading.signals import SignalFound
from issues.vocabulary import Signal

_CLOSERS = "\"'”’»)]* \n"
_BREAKS = ("-", "–", "—")
_LINK = "](http"
_LINKED = re.compile(r"\[[^\]]*\]\(\S*\)")
MIN_WORDS = 3  # fewer are a call, a heading or a fragment
MIN_TOLD = 12  # words beside hollow ones by which a sentence may say something all the same
MIN_LINKED = 20  # the same beside links


def states(marks: Marks, sentence: Sentence) -> bool:
    """Tell a sentence that says something to its end from one that asks, breaks off or is a mere call."""
    words = marks.text[sentence.start : sentence.end].rstrip(_CLOSERS)
    if words.count(_LINK) > 1 and len(_LINKED.sub("", words).split()) < MIN_LINKED:
        return False  # a list of links to what was stated elsewhere
    if words.endswith(("?", ":", *_BREAKS)):
        return False
    return len(marks.tokens_within(sentence.start, sentence.end)) >= MIN_WORDS


def is_hollow(marks: Marks, sentence: Sentence, signal: SignalFound) -> bool:
    """Tell "I don't have anything on that" and "we'll get back to you" from what says something.

    A sentence whose signal stands outside those words says something.
    """
    hollow = marks.within("hollow", sentence.start, sentence.end)
    if not hollow:
        return False
    if signal.start is None or signal.end is None or signal.signal in (Signal.EVASION, Signal.POSITION):
        return True
    return any(match.start <= signal.start and signal.end <= match.end for match in hollow)


def says_more(marks: Marks, sentence: Sentence) -> bool:
    """Tell a sentence that goes on to say something: "as I said, we …", "I have nothing to announce, but …".

    Words that only tell how it is said may stand before; what has nothing to tell needs a "but" behind it.
    """
    tokens, words = marks.tokens, marks.tokens_within(sentence.start, sentence.end)
    hollow = marks.within("hollow", sentence.start, sentence.end)
    inside = {index for match in hollow for index in range(match.first, match.last)}
    if all(match.label.value == "manner" for match in hollow):
        return len(words) - len(inside) >= MIN_TOLD
    turns = marks.words_in(sentence.start, sentence.end, marks.pack.words("contrasts"))
    behind = [index for index in turns if index > max(inside) and words.stop - index > MIN_TOLD]
    return bool(behind) and tokens.starts[behind[0]] < sentence.end
