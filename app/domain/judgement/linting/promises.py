"""Recurring duties in prose that nobody owns and of which the plan holds no record."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.sentences import Passage, passages_of
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section
from app.domain.plan.span_order import least_minutes
from app.domain.plan.stated_spans import Bound, stated_spans

SHORTEST_CYCLE: Final = Duration(7, TimeUnit.DAYS)
"""What recurs sooner is work within one incident and no duty of the programme."""

_DUTY: Final = re.compile(
    r"\b(?:shall|must|will)\s+(?:also\s+)?be\s+(?:[a-z]+ly\s+)?[a-z]+(?:ed|en|pt|ld|wn)\b"
    r"|\b(?:the\s+(?:organisation|organization|company)|we)\s+(?:shall|must|will)\b",
    re.IGNORECASE,
)
"""A duty that does not say whose it is: in the passive voice, or of the organisation at large."""

_SOMEBODY: Final = re.compile(
    r"\bby\s+(?!means\b|way\b)[a-z]"
    r"|\b(?:leads?|owners?|officers?|managers?|management|teams?|committees?|board|counsel|analysts?"
    r"|directors?|executives?|heads?|desk|providers?|suppliers?|auditors?|audit|staff|holders?"
    r"|department|unit|administrators?|secretary|sponsor|scribe|deput(?:y|ies)|who)\b",
    re.IGNORECASE,
)
_RECORDS: Final = {
    Kind.METRIC: ("name", "definition"),
    Kind.TRAINING: ("audience", "topic"),
    Kind.EXERCISE: ("name", "kind"),
    Kind.LOG_SOURCE: ("name", "shows"),
    Kind.EVIDENCE: ("what", "where"),
}
"""The records that may keep a promise, and the fields that say what they are about."""

_COMMON: Final = frozenset(
    {
        *(
            "about",
            "after",
            "again",
            "before",
            "every",
            "least",
            "month",
            "other",
            "quart",
            "shall",
        ),
        *("their", "there", "these", "those", "week", "where", "which", "within", "incid", "respo"),
        *("secur", "syste", "organ", "infor", "annua", "yearl", "weekl", "compa"),
    }
)
"""Beginnings of words that say nothing about what a sentence is about."""

_STEM: Final = 5
_LONGEST_QUOTE: Final = 90


def _unowned(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section) or section.owner.strip():
        return
    for promise in _promises(section.prose):
        if not _on_record(context, promise):
            yield Finding(
                "promise.no-owner",
                Weight.HINT,
                Kind.SECTION,
                section.id,
                f"{section.title} promises “{_shortened(promise)}”, but nobody owns it and no "
                "record shows it.",
                "Name who does it, or keep a metric, training, exercise or evidence of it.",
                section.id,
            )
            return


@lru_cache(maxsize=1024)
def _promises(prose: str) -> tuple[str, ...]:
    """The sentences of `prose` that promise something again and again, nobody being named."""
    return tuple(
        sentence
        for passage in passages_of(prose)
        if not _names_somebody(passage)
        for sentence in passage
        if _DUTY.search(sentence) and _recurs(sentence)
    )


def _names_somebody(passage: Passage) -> bool:
    return any(_SOMEBODY.search(sentence) for sentence in passage)


def _recurs(sentence: str) -> bool:
    return any(
        span.bound is Bound.EVERY and least_minutes(span.least) >= SHORTEST_CYCLE.minutes
        for span in stated_spans(sentence)
    )


def _on_record(context: Context, promise: str) -> bool:
    """Whether a record of the programme is about what `promise` is about."""
    about = _stems(promise)
    return any(
        not about.isdisjoint(_stems(getattr(record, field)))
        for kind, fields in _RECORDS.items()
        for record in context.plan.table(kind).values()
        for field in fields
    )


@lru_cache(maxsize=8192)
def _stems(text: str) -> frozenset[str]:
    words = re.findall(r"[a-z]{4,}", text.lower())
    return frozenset(word[:_STEM] for word in words) - _COMMON


def _shortened(sentence: str) -> str:
    if len(sentence) <= _LONGEST_QUOTE:
        return sentence.rstrip(".!")
    return sentence[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"


RECORD_RULES = (RecordRule("promise.no-owner", Kind.SECTION, _unowned, scans=frozenset(_RECORDS)),)
