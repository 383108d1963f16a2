"""The looks of a drawn timeline as one style sheet without variables, for files that stand by themselves."""

import re

_TOKEN = re.compile(r"(--[\w-]+):\s*([^;]+);")
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*([^()]*))?\)")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_SHEER = re.compile(r"rgb\((\d+) (\d+) (\d+) / (\d+)%\)")
_OF_FIGURES = re.compile(r"^\.(phase-|towards|neither|away)")


def style_sheet(tokens: str, figure: str, badges: str) -> str:
    """Put the values of the light tokens into the rules of figures; of badges take what figures use.

    The arguments are the texts of the style sheets of those names.
    """
    values = dict(_TOKEN.findall(tokens.split("@media", maxsplit=1)[0]))
    rules = [f"{name.strip()}{{{body}}}" for name, body in _RULE.findall(_COMMENT.sub("", figure))]
    rules += [
        f"{name.strip()}{{{body}}}"
        for name, body in _RULE.findall(_COMMENT.sub("", badges).split("@media")[0])
        if _OF_FIGURES.match(name.strip())
    ]
    return "\n".join(_filled(rule, values) for rule in rules)


def _filled(rule: str, values: dict[str, str]) -> str:
    while _VARIABLE.search(rule):
        rule = _VARIABLE.sub(lambda found: values.get(found[1], found[2] or ""), rule)
    # As programs write it that know the older forms alone.
    rule = _SHEER.sub(lambda found: f"rgba({found[1]},{found[2]},{found[3]},{int(found[4]) / 100})", rule)
    return " ".join(rule.replace("currentcolor", "currentColor").split())
