"""Spans of time in running text, such as "within 4 hours" or "every two weeks"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.number_words import NUMBER, number_of
from app.domain.plan.span_order import surely_longer

READ_TEXTS: Final = 8192
"""How many sentences are remembered, many times those of a plan."""


class Bound(Enum):
    """What a text says of a span: the latest, how often, how long; or nothing that is clear."""

    WITHIN = "within"
    EVERY = "every"
    FOR = "for"
    UNCLEAR = "unclear"


@dataclass(frozen=True, slots=True)
class StatedSpan:
    """One span of a text, which stands at its characters `start` to `end`, amount to unit.

    `least` and `most` differ where the text states a range.
    """

    least: Duration
    most: Duration
    bound: Bound
    start: int
    end: int

    def contradicts(self, known: Duration) -> bool:
        """Whether `known` lies outside of what the text states."""
        return surely_longer(self.least, known) or surely_longer(known, self.most)


@lru_cache(maxsize=READ_TEXTS)
def stated_spans(text: str) -> tuple[StatedSpan, ...]:
    """Every span in `text`, in order; numbers may be words, up to ninety-nine."""
    plain = text.translate(_HARD_SPACES)
    found = [*_amounts(plain), *_adverbs(plain)]
    return tuple(sorted(found, key=lambda span: span.start))


_UNITS: Final = {
    "min": (1, TimeUnit.MINUTES),
    "minute": (1, TimeUnit.MINUTES),
    "h": (1, TimeUnit.HOURS),
    "hr": (1, TimeUnit.HOURS),
    "hour": (1, TimeUnit.HOURS),
    "day": (1, TimeUnit.DAYS),
    "calendar day": (1, TimeUnit.DAYS),
    "working day": (1, TimeUnit.WORKING_DAYS),
    "business day": (1, TimeUnit.WORKING_DAYS),
    "week": (7, TimeUnit.DAYS),
    "fortnight": (14, TimeUnit.DAYS),
    "month": (1, TimeUnit.MONTHS),
    "quarter": (3, TimeUnit.MONTHS),
    "year": (12, TimeUnit.MONTHS),
}
"""What one of each unit is in the units of a duration."""

_ADVERBS: Final = {
    "hourly": Duration(1, TimeUnit.HOURS),
    "daily": Duration(1, TimeUnit.DAYS),
    "weekly": Duration(7, TimeUnit.DAYS),
    "fortnightly": Duration(14, TimeUnit.DAYS),
    "monthly": Duration(1, TimeUnit.MONTHS),
    "quarterly": Duration(3, TimeUnit.MONTHS),
    "yearly": Duration(12, TimeUnit.MONTHS),
    "annually": Duration(12, TimeUnit.MONTHS),
}
_ONE: Final = "a|an|each|every"
"""Words that stand for a single unit, but only where it is clear that a limit is meant."""

_UNIT: Final = (
    r"(?:(?:working|business|calendar)[\s-]+days?|minutes?|mins?|hours?|hrs?|h|days?|weeks?"
    r"|fortnights?|months?|quarters?|years?)"
)
_DASH: Final = "\u2013"
_SPAN: Final = re.compile(
    rf"(?<![\w.,:/\u2019'$€£#+-])"
    rf"(?:(?P<low>[0-9]{{1,5}}(?=\s*-)|{NUMBER}(?=\s*(?:to\b|or\b|{_DASH})))"
    rf"\s*(?:to|or|-|{_DASH})\s*)?"
    rf"(?P<amount>{NUMBER}|half\s+an|{_ONE})"
    rf"[\s-]*(?P<unit>{_UNIT})(?![\w/])"
    r"(?!\s+(?:a|per|each|every)\s+(?:day|week|month|year))(?!\s+old\b)",
    re.IGNORECASE | re.ASCII,
)
_ADVERB: Final = re.compile(
    rf"(?<![\w-])(?:{'|'.join(_ADVERBS)})(?![\w-])", re.IGNORECASE | re.ASCII
)
_EVERY_BEFORE: Final = re.compile(
    r"(?:\bevery|\beach|\bonce(?:\s+in)?|\b(?:intervals?|periods?)\s+of"
    r"(?:\s+(?:no\s+more\s+than|not\s+more\s+than|at\s+most))?)\s+$",
    re.IGNORECASE,
)
_WITHIN_BEFORE: Final = re.compile(
    r"\b(?:within|in|inside|(?:no|not)\s+(?:later|longer|more)\s+than|at\s+most|up\s+to|less\s+than"
    r"|latest|max(?:imum)?(?:\s+of)?)\s+(?:the\s+(?:first|next)\s+|a\s+maximum\s+of\s+|at\s+most\s+)?$",
    re.IGNORECASE,
)
_FOR_BEFORE: Final = re.compile(
    r"\b(?:for|kept|retained|stored)\s+(?:at\s+least\s+|a\s+minimum\s+of\s+|no\s+less\s+than\s+"
    r"|up\s+to\s+)?$",
    re.IGNORECASE,
)
_PASSES_AFTER: Final = re.compile(
    r"\s+(?:(?:shall|must|may|can|will)\s+)?(?:pass|lie|elapse)", re.IGNORECASE
)
_LIMIT_AFTER: Final = re.compile(
    r"\s+(?:at\s+the\s+latest|or\s+less|or\s+sooner|deadline|limit|window|response\b|notice\b)",
    re.IGNORECASE,
)
_HARD_SPACES: Final = str.maketrans("\u00a0\u2009\u202f", "   ")
_LONGEST_LEAD: Final = 48
"""Characters looked at before a span to learn what it bounds."""


def _amounts(text: str) -> Iterator[StatedSpan]:
    for match in _SPAN.finditer(text):
        bound = _bound(text, match)
        most = _duration(match["amount"], match["unit"])
        if most is None or (_is_one(match["amount"]) and bound is Bound.UNCLEAR):
            continue
        least = _duration(match["low"], match["unit"]) if match["low"] else most
        if least is not None and least.amount <= most.amount:
            yield StatedSpan(least, most, bound, match.start(), match.end())


def _adverbs(text: str) -> Iterator[StatedSpan]:
    for match in _ADVERB.finditer(text):
        span = _ADVERBS[match[0].lower()]
        yield StatedSpan(span, span, Bound.EVERY, match.start(), match.end())


def _bound(text: str, match: re.Match[str]) -> Bound:
    before = text[max(0, match.start() - _LONGEST_LEAD) : match.start()]
    amount = match["amount"].lower()
    if amount in {"each", "every"} or _EVERY_BEFORE.search(before):
        return Bound.EVERY
    if _PASSES_AFTER.match(text, match.end()):
        return Bound.EVERY
    if _WITHIN_BEFORE.search(before):
        return Bound.WITHIN
    if _FOR_BEFORE.search(before):
        return Bound.FOR
    return Bound.WITHIN if _LIMIT_AFTER.match(text, match.end()) else Bound.UNCLEAR


def _is_one(amount: str) -> bool:
    return amount.lower() in _ONE.split("|")


def _duration(amount: str, unit: str) -> Duration | None:
    """The span of `amount` and `unit` as written; None for nothing at all."""
    name = re.sub(r"[\s-]+", " ", unit.lower())
    times, known = _UNITS[name if name in _UNITS else name.removesuffix("s")]
    if amount.lower().startswith("half"):
        return Duration(30, TimeUnit.MINUTES) if known is TimeUnit.HOURS else None
    number = 1 if _is_one(amount) else number_of(amount)
    return Duration(number * times, known) if number else None
