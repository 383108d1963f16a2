"""Headings: short lines that end no sentence."""

import re

from issues.reading.layout import Paragraph

HEADING_LENGTH = 140


def is_heading(text: str, paragraph: Paragraph) -> bool:
    """Tell a short line that ends no sentence, or nothing but a pulled quote, from a paragraph."""
    words = text[paragraph.start : paragraph.end]
    if len(words) > HEADING_LENGTH:
        return False
    bare = words.strip("*_# ")
    if not any(character.isalpha() for character in bare):
        return True
    if bare[0] in '"“«„「' and bare[-1] in '"”»“」' and not re.search(r"[,.!?]\W{1,3}\Z", bare):
        return True
    return bare[-1] not in '.!?…:;,—"”»)。！？：；，」』؟؛،' or "http" in bare
