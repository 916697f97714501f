"""What a sentence says of the times of severity levels, as far as that is clear."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from app.domain.judgement.linting.naming_levels import named_levels
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration
from app.domain.plan.stated_spans import Bound, StatedSpan, stated_spans


@dataclass(frozen=True, slots=True)
class Subject:
    """Something a level has times for: its words, its fields in and out of working hours."""

    key: str
    words: re.Pattern[str]
    bound: Bound
    in_hours: str
    out_of_hours: str
    what: str


SUBJECTS: Final = (
    Subject(
        "respond",
        re.compile(
            r"\b(?:respon(?:se|d|ds|ded)(?! (?:team|lead|plan|phone|manager|folder|laptop|process))"
            r"|react(?:s|ed|ion)?|acknowledg\w+|answered|first responder)\b",
            re.IGNORECASE,
        ),
        Bound.WITHIN,
        "respond_in_hours",
        "respond_out_of_hours",
        "to respond",
    ),
    Subject(
        "escalate",
        re.compile(r"\bescalat\w+", re.IGNORECASE),
        Bound.WITHIN,
        "escalate_in_hours",
        "escalate_out_of_hours",
        "to escalate",
    ),
    Subject(
        "update",
        re.compile(r"\b(?:updat\w+|(?:status|situation) reports?)\b", re.IGNORECASE),
        Bound.EVERY,
        "update_every",
        "update_every",
        "between updates",
    ),
)
_OTHER_MATTERS: Final = re.compile(
    r"\b(?:resol|restor|recover|clos(?:e|ed|ing|ure)\b|contain|eradicat|review|post-|patch|exercis"
    r"|train|backup|notif|regulator|authorit|customer)",
    re.IGNORECASE,
)
"""A time next to one of these words may be for something else."""

_TIME_FOLLOWS: Final = re.compile(r"\b(?:time|target|limit|interval)\b", re.IGNORECASE)
"""A time next to one of these words is a limit without saying so, as in a table."""

_OUT_OF_HOURS: Final = re.compile(
    r"\b(?:out(?:side)?(?:\s+of)?\s+(?:the\s+)?(?:working\s+|office\s+|business\s+)?hours"
    r"|at\s+night|weekends?)\b",
    re.IGNORECASE,
)
_IN_HOURS: Final = re.compile(
    r"\b(?:in|during|within)\s+(?:the\s+)?(?:working|office|business)\s+hours\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Clause:
    """What a sentence says of one level: the time, what it is for and the words around it."""

    level: SeverityLevel
    span: StatedSpan
    subject: Subject
    words: str

    def known(self) -> tuple[Duration, ...]:
        """The times the table of levels gives for it; none while they are open."""
        inside = getattr(self.level, self.subject.in_hours)
        outside = getattr(self.level, self.subject.out_of_hours)
        if _OUT_OF_HOURS.search(self.words):
            chosen = [outside]
        elif _IN_HOURS.search(self.words):
            chosen = [inside]
        else:
            chosen = [inside, outside]
        return tuple(dict.fromkeys(span for span in chosen if span is not None))


def contradictions(sentence: str, levels: tuple[SeverityLevel, ...]) -> Iterator[Clause]:
    """What `sentence` says of a level that fits none of its times."""
    for clause in _clauses(sentence, levels):
        known = clause.known()
        if known and all(clause.span.contradicts(span) for span in known):
            yield clause


def _clauses(sentence: str, levels: tuple[SeverityLevel, ...]) -> Iterator[Clause]:
    """Each time of the sentence, where it is clear which level and what it is for."""
    spans = stated_spans(sentence)
    mentions = named_levels(sentence, levels) if spans else ()
    start = 0
    before: Subject | None = None
    for at, span in enumerate(spans):
        until = spans[at + 1].start if at + 1 < len(spans) else len(sentence)
        words = sentence[start : _clause_end(sentence, span.end, until)]
        level = _level_of(mentions, start, span.start)
        subject = before = _subject_of(words, span.bound, before)
        start = span.end
        if level is not None and subject is not None:
            yield Clause(level, span, subject, words)


def _clause_end(sentence: str, after: int, until: int) -> int:
    """Where the words that belong to a time end: at the next stop, or at the next time."""
    stop = re.compile(r"[,;.]").search(sentence, after, until)
    return stop.start() if stop is not None else until


def _level_of(
    mentions: tuple[tuple[int, SeverityLevel], ...], start: int, end: int
) -> SeverityLevel | None:
    """The one level named between `start` and `end`, or the only one of the sentence."""
    all_named = {level.id: level for _, level in mentions}
    near = {level.id: level for at, level in mentions if start <= at < end} or all_named
    return next(iter(near.values())) if len(near) == 1 else None


def _subject_of(words: str, bound: Bound, before: Subject | None) -> Subject | None:
    """What a time is for; where its words do not say it, the same as the one `before`."""
    if _OTHER_MATTERS.search(words):
        return None
    named = [subject for subject in SUBJECTS if subject.words.search(words)]
    found = named or ([before] if before is not None else [])
    if len(found) != 1:
        return None
    plain = bound is Bound.UNCLEAR and _TIME_FOLLOWS.search(words)
    return found[0] if plain or bound is found[0].bound else None
