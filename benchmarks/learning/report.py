"""The curve as a table and as a small drawing."""

from collections.abc import Mapping, Sequence

from benchmarks.learning.curve import Point
from issues.learning.observation import Question

TITLES = {
    Question.CATEGORY: "Category",
    Question.SIGNAL: "Signal",
    Question.KEEP: "Order (kept before dropped)",
}
_HEAD = "reviews   rules  learned   gain   always  | to the letter: rules  learned  | let in"


def table(curves: Mapping[Question, Sequence[Point]]) -> str:
    """Return each curve as lines of figures, in per cent."""
    blocks = []
    for question, points in curves.items():
        lines = [
            f"{one.reviews:7}  {one.rules * 100:6.1f}  {one.learned * 100:7.1f}  "
            f"{(one.learned - one.rules) * 100:+5.1f}  {one.always * 100:7.1f}  |                 "
            f"{one.rules_to_the_letter * 100:6.1f}  {one.learned_to_the_letter * 100:7.1f}  | "
            f"{one.let_in * 100:5.0f}%"
            for one in points
        ]
        blocks.append("\n".join([TITLES[question], _HEAD, *lines]))
    return "\n\n".join(blocks)


WIDTH, HEIGHT, LEFT, TOP, GAP = 300, 150, 44, 34, 30
RULES, ALWAYS, LEARNED = "#8a8f98", "#9cc3ea", "#1f5fa8"


def drawing(curves: Mapping[Question, Sequence[Point]], title: str) -> str:
    """Return an SVG: one panel a question, the rules in grey and what is learned in blue."""
    drawn = [(question, points) for question, points in curves.items() if points]
    panels = [_panel(number, question, points) for number, (question, points) in enumerate(drawn)]
    width, height = LEFT + len(panels) * (WIDTH + LEFT), TOP + HEIGHT + GAP + 30
    box, font = f'viewBox="0 0 {width} {height}"', 'font-family="sans-serif" font-size="11" fill="#444"'
    legend = (
        "Right of the next hundred (%) after so many reviews. "
        f'<tspan fill="{RULES}">Grey: rules.</tspan> '
        f'<tspan fill="{ALWAYS}">Light blue: as learned.</tspan> '
        f'<tspan fill="{LEARNED}">Blue: where the trial let it in.</tspan>'
    )
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {box} {font}>',
        f"<title>{title}</title>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{LEFT}" y="{height - 10}">{legend}</text>',
        *panels,
        "</svg>\n",
    ]
    return "\n".join(lines)


def _panel(number: int, question: Question, points: Sequence[Point]) -> str:
    values = [value for one in points for value in (one.rules, one.learned, one.always)]
    low, high = min(values) - 0.02, max(values) + 0.02
    last = max(one.reviews for one in points) or 1
    left = LEFT + number * (WIDTH + LEFT)

    def at(reviews: int, value: float) -> str:
        x = left + WIDTH * reviews / last
        y = TOP + HEIGHT * (1 - (value - low) / (high - low))
        return f"{x:.1f},{y:.1f}"

    lines = [
        f'<polyline fill="none" stroke="{colour}" stroke-width="2" '
        f'points="{" ".join(at(one.reviews, getattr(one, name)) for one in points)}"/>'
        for name, colour in (("rules", RULES), ("always", ALWAYS), ("learned", LEARNED))
    ]
    marks = [
        f'<text x="{left - 4}" y="{at(0, value).split(",")[1]}" text-anchor="end">{value * 100:.0f}</text>'
        for value in (low + 0.02, high - 0.02)
    ]
    below = f'y="{TOP + HEIGHT + 16}" text-anchor="middle"'
    counts = [
        f'<text x="{at(one.reviews, low).split(",")[0]}" {below}>{one.reviews}</text>'
        for one in points
        if one.reviews in (0, 100, 200, 400, 600, 900)
    ]
    frame = f'<path d="M{left},{TOP} V{TOP + HEIGHT} H{left + WIDTH}" fill="none" stroke="#ccc"/>'
    name = f'<text x="{left}" y="{TOP - 12}" font-weight="bold">{TITLES[question]}</text>'
    return "\n".join([name, frame, *lines, *marks, *counts])
