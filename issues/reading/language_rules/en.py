"""English: how it speaks of dates."""

import re

from issues.reading.date_pack import Bearing, DatePack, Frame, Part

_FLAGS = re.IGNORECASE
_S = r"\s{1,3}"
_MONTH = (
    r"(?P<month>jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?"
    r"|sep(?:tember|t\.?|\.)?|oct(?:ober|\.)?|nov(?:ember|\.)?|dec(?:ember|\.)?)(?![^\W_]|-\s)"
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WEEKDAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_TH = r"(?:st|nd|rd|th)?"
_TO = r"\s?(?:[-–—&]|(?:to|and|or|through)\s(?:the\s)?)\s?"
_YEAR = r"(?:19|20|21)\d{2}(?![\d-]|[.,:]\d)"
_UNIT = r"(?P<unit>hour|day|week|weekend|fortnight|month|quarter|year|decade)"
_DAY_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth",
    "nineteenth", "twentieth", "twenty-first", "twenty-second", "twenty-third", "twenty-fourth",
    "twenty-fifth", "twenty-sixth", "twenty-seventh", "twenty-eighth", "twenty-ninth", "thirtieth",
    "thirty-first",
)  # fmt: skip
_WORD_OF_MONTH = (
    rf"\b(?:the{_S})?(?P<day_word>{'|'.join(sorted(_DAY_WORDS, key=len, reverse=True))}){_S}of{_S}{_MONTH}"
    rf"(?:,?{_S}(?P<year>{_YEAR}))?"
)
_FEAST = rf"\b(?P<feast>christmas|new{_S}year(?:['’]s)?(?:{_S}(?:day|eve))?)\b(?!['’])"
_NUMBER = (
    r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen|fifteen"
    r"|twenty[- ]four|twenty|thirty|forty[- ](?:five|eight)|forty|fifty|sixty|seventy[- ]two|ninety"
    r"|an?\s{1,2}few|an?\s{1,2}couple\s{1,2}of|couple\s{1,2}of|several|few|an?"
)
_FROM_NOW = rf"from{_S}(?:now|today)"
_RELATION = r"(?P<relation>this|current|last|past|previous|next|coming|following)"

_DAY_MONTH = (
    rf"(?:\b(?:(?:this|next|coming|last){_S})?{_WEEKDAY},?{_S}(?:the{_S})?)?(?<![\w.,/:-])(?P<day>\d{{1,2}}){_TH}(?:{_TO}(?P<day2>\d{{1,2}}){_TH})?"
    rf"(?:{_S}of)?{_S}{_MONTH}(?:,?{_S}(?P<year>{_YEAR}))?"
)
_MONTH_DAY = (
    rf"(?:\b(?:(?:this|next|coming|last){_S})?{_WEEKDAY},?{_S})?\b{_MONTH}{_S}(?P<day>\d{{1,2}}){_TH}(?:{_TO}(?P<day2>\d{{1,2}}){_TH})?"
    rf"(?![\d:%]|[.,]\d)(?:,?{_S}(?P<year>{_YEAR}))?"
)
_PERIOD = (
    r"\b(?:(?P<part>early|earlier|late|later|mid|middle|beginning|start|end|close|first\s{1,2}half|second\s{1,2}half"
    r"|(?:first|second|third|fourth|last)\s{1,2}week(?=\s{1,2}(?:of|in)\b))"
    rf"(?:{_S}(?:of|in))?[\s-]{{1,3}})?(?:(?P<the>the){_S})?(?:{_RELATION}{_S})?"
    r"(?:(?P<ordinal>first|second|third|fourth|1st|2nd|3rd|4th)[\s-]{1,3}quarter\b|q(?P<quarter>[1-4])\b"
    rf"|(?:month{_S}of{_S})?{_MONTH}|(?P<year_end>year[-\s]end|yearend)\b|(?P<season>spring|summer|autumn|fall|winter)\b|{_UNIT}\b(?!-)|(?P<bare_year>{_YEAR})(?!['’]?s\b))"
    rf"(?:,?{_S}(?:(?:of|in){_S})?(?:(?P<year>{_YEAR})|(?P<year_relation>this|the|next|last|the{_S}current){_S}year\b))?"
)
_COUNTED = (
    rf"\b(?:(?P<count>{_NUMBER}){_S}(?P<unit_ago>day|week|fortnight|month|year|decade)s?{_S}(?P<ago>ago|{_FROM_NOW})\b"
    rf"|(?<!\btime\s)(?P<frame>within|inside|in{_S}(?:less{_S}than|under|no{_S}more{_S}than)|in|over|during){_S}"
    rf"(?:(?:about|around|roughly|approximately){_S})?(?:(?:the|an?(?={_S}\w+-\w)){_S})?(?:(?P<relation>next|coming|following|last|past|previous){_S})?"
    r"(?:(?!(?:twenty|forty|seventy)-)"
    rf"(?:{_NUMBER})(?:\s?[-–—]\s?|{_S}(?:to|or){_S})(?=(?:{_NUMBER})\b))?"  # two to three: the greater
    rf"(?:(?P<count_ahead>{_NUMBER})(?:\s?\(\d{{1,3}}\))?[\s-]{{1,3}})?"
    rf"(?:(?:working|business|calendar){_S})?{_UNIT}(?:s\b[’']?|\b)(?!-))"
)

DATES = DatePack(
    language="en",
    trigger=re.compile(
        r"\b(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|today|tonight|yesterday|tomorrow|morning|"
        rf"evening|afternoon|night|{_WEEKDAY}|(?:day|week|weekend|fortnight|month|quarter|year|decade)s?\b"
        r"|hours?\b|yearend|christmas|spring|summer|autumn|fall\b|winter|q[1-4])",
        _FLAGS,
    ),
    day=tuple(
        re.compile(pattern, _FLAGS) for pattern in (_DAY_MONTH, _MONTH_DAY, _WORD_OF_MONTH, _FEAST)
    ),
    period=re.compile(_PERIOD, _FLAGS),
    named_day=re.compile(
        rf"\b(?:the{_S}day{_S}before{_S}yesterday|the{_S}day{_S}after{_S}tomorrow|today|tonight|yesterday|tomorrow"
        rf"|this{_S}(?:morning|afternoon|evening)|last{_S}night)\b",
        _FLAGS,
    ),
    weekday=re.compile(
        r"(?<!\bthe\s)(?<!\bevery\s)(?<!\beach\s)"
        rf"\b(?:(?P<relation>this|last|past|previous|next|coming|following){_S})?(?P<weekday>{_WEEKDAY})\b"
        rf"(?:{_S}(?:morning|afternoon|evening|night)\b)?",
        _FLAGS,
    ),
    counted=re.compile(_COUNTED, _FLAGS),
    lead=re.compile(
        rf"\b(?P<lead>(?:no|not){_S}later{_S}than|at{_S}the{_S}latest{_S}by|(?:no|not){_S}earlier{_S}than|not{_S}before"
        rf"|as{_S}(?:early|soon){_S}as|by(?:{_S}(?:midnight|noon|(?:the{_S})?close{_S}of{_S}business))?(?:{_S}on)?"
        rf"|(?:on|at){_S}or{_S}before|before|prior{_S}to|ahead{_S}of|until|till|(?<!follow-)up{_S}to|through|since|from|after|as{_S}of|starting"
        rf"|(?:in|over){_S}the{_S}course{_S}of|within|between|on|in|during|over|throughout|at|around|of|for|or|and|toward|towards){_S}(?:the{_S})?$",
        _FLAGS,
    ),
    future=re.compile(
        r"(?:\b(?:will|won't|shall|should|must|can|could|may|would|going\s+to|let\s+us|let's)\b|[’']ll\b"
        r"|\bto\b(?=\s+(?:be|take|hold|meet|visit|resume|discuss|begin|start|travel|arrive|host|launch|open|sign)\b))"
        r"(?:\s+(?:not|also|then|again))?(?:\s+be\b)?(?:\s+\w+)?"
        r"|\b(?:is|are)\s+(?:now\s+|also\s+)?to\s+(?:be\s+)?\w+"
        r"|\b(?:agreed|agrees?|decided|resolved|vow(?:s|ed)|undertook|undertaken|poised|set)\b(?:\s+[\w’'-]+){0,6}?\s+(?:to|that)\s+\w+"
        r"|\b(?:target\s+)?date\b(?=\s+of\s)"
        r"|\b(?:plan\w*|intend\w*|expect\w*|scheduled?|slated|due|forward\s+to|hop(?:e|es|ing)|aim\w*|ready|commit\w*|pledg\w*|promis\w*"
        r"|undertak\w*|want\w*)\b",
        _FLAGS,
    ),
    past=re.compile(r"\b(?:was|were|did|had|has|have|said|told|met|held|took|came|began|\w{2,}ed)\b", _FLAGS),
    plural=re.compile(r"s[’']?$", _FLAGS),
    working_days=re.compile(r"\b(?:working|business)\s", _FLAGS),
    from_event=re.compile(
        rf"{_S}(?:of|from|after|following)\b(?!{_S}(?:today|now|this{_S}(?:day|date|statement|announcement)))",
        _FLAGS,
    ),
    begins=re.compile(r"(?:from|starting|as\s+of|beginning)\b", _FLAGS),
    joins=re.compile(r"\s?[-–—]\s?|\s{1,3}(?:to|until|through|or)\s{1,3}", _FLAGS),
    between=re.compile(r"between\s.{1,40}\sand\s{1,3}", _FLAGS | re.DOTALL),
    counts_on=re.compile(rf"\bthe{_S}(?:next|coming|following)\b|^coming\b", _FLAGS),
    reporting=re.compile(
        r"\b(?:(?:has|have|had)\s+)?(?:said|told|announced|added|stated|confirmed|reported|noted|explained|promised|pledged"
        r"|declared|stressed|wrote|posted|tweeted|emphasi[sz]ed|vowed|insisted|indicated|disclosed|revealed)\b",
        _FLAGS,
    ),
    clauses=re.compile(
        r"\b(?:and|but|or|after|before|since|which|who|whom|whose|that|when|where|while|following|because|as|until|if)\b",
        _FLAGS,
    ),
    vowed=re.compile(
        r"(?<!\bis\s)(?<!\bare\s)(?:agreed|decided|resolved|vowed|undertook|pledged|promised|committed|planned|intended)\b",
        _FLAGS,
    ),
    runs_out=re.compile(
        rf"{_S}(?:(?:is|are){_S}(?:out|over|through)|ends?|closes)\b|['’]s{_S}(?:end|close|out)\b", _FLAGS
    ),
    attribute=re.compile(
        r"['’]s\b(?!\s+(?:time|end|close)\b)"
        r"|\s{1,3}(?:deadline|summit|meeting|elections?|statement|attacks?|agreement|deal|ceasefire|war|session|timetable|schedule|vacations?"
        r"|holidays?|break|recess)\b",
        _FLAGS,
    ),
    attributed=re.compile(r"(?<!deadline )(?<!date )\bof\s{1,3}(?:the\s{1,3})?$", _FLAGS),
    months={
        name: number
        for number, name in enumerate(_MONTHS, start=1)
    },
    day_words={word: number for number, word in enumerate(_DAY_WORDS, start=1)},
    feasts={
        "christmas": (12, 25), "new year": (1, 1), "new year's eve": (12, 31), "new year’s eve": (12, 31),
    },
    seasons={"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24},
    weekdays={"mon": 0, "tue": 1, "wed": 2, "thu": 3, "fri": 4, "sat": 5, "sun": 6},
    units={
        unit: unit
        for unit in ("hour", "day", "week", "weekend", "fortnight", "month", "quarter", "year", "decade")
    },
    ordinals={"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4},
    relations={
        "this": 0, "the": 0, "current": 0, "last": -1, "past": -1, "previous": -1,
        "next": 1, "coming": 1, "following": 1,
    },
    parts={
        "early": Part.EARLY, "earlier": Part.EARLIER, "late": Part.LATE, "later": Part.LATER,
        "mid": Part.MIDDLE,
        "beginning": Part.START, "start": Part.START, "end": Part.END, "close": Part.END,
        "first half": Part.FIRST_HALF, "second half": Part.SECOND_HALF,
        "first week": Part.FIRST_WEEK, "second week": Part.SECOND_WEEK, "third week": Part.THIRD_WEEK,
        "fourth week": Part.LAST_WEEK, "last week": Part.LAST_WEEK,
    },
    counts={
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fourteen": 14, "fifteen": 15, "twenty": 20,
        "twenty four": 24, "twenty-four": 24, "forty five": 45, "forty-five": 45, "forty eight": 48,
        "forty-eight": 48, "seventy two": 72, "seventy-two": 72, "thirty": 30, "forty": 40,
        "fifty": 50,
        "sixty": 60, "ninety": 90, "a few": None, "few": None, "several": None, "a couple of": 2,
        "couple of": 2,
    },
    frames={"within": Frame.WITHIN, "inside": Frame.WITHIN, "in": Frame.AFTER,
            "over": Frame.OVER, "during": Frame.OVER,
            "in less": Frame.WITHIN, "in under": Frame.WITHIN, "in no more": Frame.WITHIN,
            "from": Frame.AFTER, "ago": Frame.AGO},
    day_offsets={
        "the day before yesterday": -2, "yesterday": -1, "last night": -1, "today": 0, "tonight": 0,
        "this": 0,
        "tomorrow": 1, "the day after tomorrow": 2,
    },
    leads={
        "no later than": Bearing.BY, "not later than": Bearing.BY, "at the latest by": Bearing.BY,
        "by": Bearing.BY,
        "within": Bearing.BY, "through": Bearing.BY, "before": Bearing.BEFORE, "prior to": Bearing.BEFORE,
        "on or before": Bearing.BY, "at or before": Bearing.BY, "as early": Bearing.AT, "as soon": Bearing.AT,
        "between": Bearing.AT,
        "ahead of": Bearing.BEFORE, "until": Bearing.UNTIL, "till": Bearing.UNTIL, "up to": Bearing.UNTIL,
        "no earlier than": Bearing.SINCE, "not earlier than": Bearing.SINCE, "not before": Bearing.SINCE,
        "since": Bearing.SINCE, "from": Bearing.SINCE, "after": Bearing.SINCE, "as of": Bearing.SINCE,
        "starting": Bearing.SINCE, "on": Bearing.AT, "in": Bearing.AT, "during": Bearing.AT,
        "in the course of": Bearing.AT, "over the course of": Bearing.AT,
        "over": Bearing.AT,
        "throughout": Bearing.AT, "at": Bearing.AT, "around": Bearing.AT, "toward": Bearing.AT,
    },
    month_first=True,
    next_week=True,
    capital_months=True,
)  # fmt: skip
