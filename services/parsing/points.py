"""Single dates as resumes write them, in eight languages of Europe and in Chinese."""

import re
from calendar import monthrange
from collections.abc import Iterator
from typing import NamedTuple

from services.record import fold


class Point(NamedTuple):
    """A date from `left` to `right` of a text; `date` is empty where there is no such day.

    `last` differs where more than a month is meant (a quarter, "2018/19"). A weak point, such as
    a month without its year, means a date only as one end of a span.
    """

    left: int
    right: int
    date: str
    last: str
    weak: bool = False


_YEAR = r"(?:19[4-9]\d|20[0-4]\d)"
_MONTH = (
    # Most words are no month by their first two letters, and this is looked at for each.
    r"(?=j[aäu]|f[eé]|m[aäer]|a[pvbuog]|s[eti]|o[cktu]|no|d[eéi]|en|g[eir]|l[uip]|kw|cz|wr|pa)"
    r"(?:(?:jan(?:uary|uar|vier|v)?|jänner|ene(?:ro)?|feb(?:ruary|ruar|rero|r)?|f[ée]v(?:rier|r)?"
    r"|mar(?:ch|s|zo)?|m(?:ä|ae)rz|mrz|apr(?:il)?|avr(?:il)?|abr(?:il)?|mayo?|mai|june?|junio?"
    r"|juin|july?|julio?|juil(?:let)?|aug(?:ust)?|ao[uû]t|ago(?:sto)?"
    r"|sep(?:t(?:ember|embre|iembre)?)?|o[ck]t(?:ober|obre|ubre)?|nov(?:ember|embre|iembre)?"
    r"|d[eé][cz](?:ember|embre)?|dic(?:iembre)?"
    r"|gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre"
    r"|janeiro|fevereiro|março|maio|junho|julho|setembro|outubro|novembro|dezembro"
    r"|januari|februari|maart|mrt|mei|juni|juli|augustus"
    r"|stycze[nń]|stycznia|luty|lutego|marzec|marca|kwiecie[nń]|kwietnia|maja|czerwiec|czerwca"
    r"|lipiec|lipca|sierpie[nń]|sierpnia|wrzesie[nń]|września|października?|listopada?"
    r"|grudzie[nń]|grudnia"
    # These are words too, and months only before a number.
    r"|(?:gen|mag|giu|lug|set|ott|out|maj|sty|lut|kwi|cze|lip|sie|wrz|paź|lis|gru)"
    r"(?=\.?[\s/,'’-]{1,2}(?:de\s)?\d))(?![^\W\d_])\.?)"
)
_SEASON = (
    r"(?:spring|summer|fall|autumn|winter|frühjahr|sommer|herbst|printemps|été|automne|hiver"
    r"|primavera|verano|otoño|invierno|ss|ws|sose|wise|term|class\sof)(?:semester)?"
)
_POINT = re.compile(
    rf"""(?<![\w$€£:#])(?:
    (?P<iso_year>{_YEAR})(?P<iso_mark>[-/.–])(?P<iso_month>\d\d?)
        (?:(?P=iso_mark)(?P<iso_day>\d\d?))?(?!\d)
    |(?P<one>\d\d?)(?P<mark>[./-])(?P<two>\d\d?)(?P=mark)(?P<full_year>{_YEAR})(?!\d)
    |(?:(?P<from_number>\d\d?)\s?[–-]\s?)?
        (?P<number>\d\d?)\s?[/.-]\s?(?P<number_year>{_YEAR})(?!\d)
    |(?P<han_year>{_YEAR})\s?年(?:\s?(?P<han_month>\d\d?)\s?月)?
    |(?:(?P<day>\d\d?)(?:st|nd|rd|th|er|\.)?\s(?:de\s)?)?(?P<month>{_MONTH})
        (?:\s(?P<later_day>\d\d?)(?:st|nd|rd|th)?,)?
        (?:[\s,/-]{{0,3}}(?:de\s|del\s|of\s)?(?:(?P<month_year>{_YEAR})(?!\d)
        |(?P<apostrophe>['’‘`])?(?P<month_short>\d\d)(?![\d.,/])))?
    |(?P<season>{_SEASON})\s(?:of\s|de\s)?(?P<season_year>{_YEAR})(?:/(?P<season_next>\d\d))?(?!\d)
    |q(?P<quarter>[1-4])[\s/,-]{{0,2}}(?P<quarter_year>{_YEAR})(?!\d)
    |(?P<year>{_YEAR})(?:/(?P<next>\d\d))?(?![\w%]|[.,]\d|\+)
    |['’‘`](?P<short>\d\d)(?!\w)
    |(?P<short_month>\d\d?)/(?P<short_year>\d\d)(?![\w/])
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan ene gen sty", "feb fev lut", "mar mrz mae mrt maa", "apr avr abr kwi",
         "may mai mei mag maj", "jun juin giu cze", "jul juil lug lip", "aug aou ago sie",
         "sep set wrz", "oct okt ott out paz", "nov lis", "dec dez dic gru"), 1
    )
    for name in names.split()
}  # fmt: skip


def points(text: str) -> Iterator[Point]:
    """Yield the dates of a text, in order."""
    for match in _POINT.finditer(text):
        yield _read(match)


def _read(match: re.Match[str]) -> Point:
    found = {name: value for name, value in match.groupdict().items() if value}
    left, right = match.span()
    weak = False
    date = last = ""
    if "iso_year" in found:
        return _iso(found, left, right)
    if "full_year" in found:
        date = last = _full(found)
    elif "number_year" in found:
        last = _date(found["number_year"], found["number"])
        earlier = min(found.get("from_number", "99"), found["number"], key=int)
        date = _date(found["number_year"], earlier)
    elif "han_year" in found:
        date = last = found["han_year"]
        if "han_month" in found:
            date = last = _date(found["han_year"], found["han_month"])
    elif "month" in found:
        weak = "month_year" not in found and "apostrophe" not in found
        year = found.get("month_year") or _century(found.get("month_short", ""))
        date = _date(year, str(month_of(found["month"])), found.get("day", found.get("later_day")))
        last = date
    elif "quarter" in found:
        first = 3 * int(found["quarter"]) - 2
        date = _date(found["quarter_year"], str(first))
        last = _date(found["quarter_year"], str(first + 2))
    else:
        date = found.get("season_year") or found.get("year") or _century(found.get("short", ""))
        last = _following(date, found.get("season_next") or found.get("next"))
        weak = "short" in found or "short_month" in found
        if "short_month" in found:
            date = last = _date(_century(found["short_year"]), found["short_month"])
    return Point(left, right, date, last, weak)


def month_of(name: str) -> int:
    """Return a month's number by its name."""
    plain = fold(name)
    return _MONTHS.get(plain[:4]) or _MONTHS[plain[:3]]


def _iso(found: dict[str, str], left: int, right: int) -> Point:
    """Read "2019-03"; but "2019-21" and "2010-12" are two years."""
    year, month = found["iso_year"], found["iso_month"]
    short = int(year[2:])
    alone = "iso_day" not in found and found["iso_mark"] != "." and len(month) == 2
    if alone and (int(month) > max(12, short) or short < int(month) <= 12):
        return Point(left, right, year, year[:2] + month)
    date = _date(year, month, found.get("iso_day"))
    return Point(left, right, date, date)


def _full(found: dict[str, str]) -> str:
    """Read "15.03.2021"; where day and month could be either, only the year is certain."""
    one, two = int(found["one"]), int(found["two"])
    if found["mark"] == "." or one > 12 or one == two:
        return _date(found["full_year"], str(two), str(one))
    if two > 12:
        return _date(found["full_year"], str(one), str(two))
    return found["full_year"]


def _date(year: str, month: str, day: str | None = None) -> str:
    if not year or not 1 <= int(month) <= 12:
        return ""
    if day is None:
        return f"{year}-{int(month):02}"
    if not 1 <= int(day) <= monthrange(int(year), int(month))[1]:
        return ""
    return f"{year}-{int(month):02}-{int(day):02}"


def _century(short: str) -> str:
    """Return the year that two digits mean: '49 and earlier are of this century."""
    return ("20" if short < "50" else "19") + short if short else ""


def _following(year: str, short: str | None) -> str:
    if not short or int(short) != (int(year) + 1) % 100:
        return year
    return str(int(year) + 1)
