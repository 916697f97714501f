"""Prose that states another time than the guided answer of its section on the same subject."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from app.domain.interview.questions import AnswerKind, Question
from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.sentences import sentences_of
from app.domain.plan.durations import Duration
from app.domain.plan.plan import Kind
from app.domain.plan.sections import Section
from app.domain.plan.stated_spans import Bound, StatedSpan, stated_spans

_BOUNDS: Final = (
    (re.compile(r"(?:^|[._])within$"), Bound.WITHIN),
    (re.compile(r"(?:_for|[._]retention)$"), Bound.FOR),
    (re.compile(r"(?:[._]interval|_every)$"), Bound.EVERY),
)
"""How the id of a question tells what kind of time it asks for."""

_FORM_WORDS: Final = frozenset(
    {
        "after",
        "within",
        "which",
        "what",
        "when",
        "where",
        "does",
        "that",
        "this",
        "these",
        "those",
        "your",
        "yours",
        "they",
        "their",
        "them",
        "long",
        "longest",
        "least",
        "latest",
        "most",
        "often",
        "soon",
        "time",
        "times",
        "between",
        "shall",
        "must",
        "should",
        "will",
        "would",
        "with",
        "from",
        "each",
        "every",
        "into",
        "first",
        "more",
        "than",
        "closely",
        "about",
        "have",
        "been",
        "being",
        "other",
    }
)
"""Words of four letters or more that only ask or bind."""

_FEWEST_STEMS: Final = 2
"""A subject told by a single word cannot be recognised with certainty."""

_SAME: Final = {"told": "tell", "suspicion": "suspe", "suspicions": "suspe"}
_STEM: Final = 5
"""Characters by which forms of one word are taken as the same."""


@dataclass(frozen=True, slots=True)
class OtherTime:
    """A `span` in a `sentence` that is not the `answer` to the question about the same."""

    sentence: str
    span: StatedSpan
    question: Question
    answer: Duration


def other_times(context: Context, section: Section) -> Iterator[OtherTime]:
    """Every time in the text of `section` that differs from the answer on its subject."""
    asked = [item for item in context.asked(section.id) if item.kind is AnswerKind.DURATION]
    for sentence in sentences_of(section.prose):
        spans = stated_spans(sentence)
        question = _asked_about(sentence, asked) if len(spans) == 1 else None
        answer = context.answers.get(question.id) if question is not None else None
        if (
            question is not None
            and isinstance(answer, Duration)
            and _contradicts(spans[0], question, answer)
        ):
            yield OtherTime(sentence, spans[0], question, answer)


def _prose_and_answers(context: Context, section: Section) -> Iterator[Finding]:
    if applies(section):
        first = {found.question.id: found for found in reversed([*other_times(context, section)])}
        for found in reversed(first.values()):
            yield _finding(section, found)


def _contradicts(span: StatedSpan, question: Question, answer: Duration) -> bool:
    return span.bound is _bound(question.id) and span.contradicts(answer)


def _asked_about(sentence: str, asked: list[Question]) -> Question | None:
    """The one question whose subject `sentence` names in every word; None if not just one."""
    said = _stems(sentence)
    fitting = [question for question in asked if _is_subject(_stems(question.text), said)]
    fullest = max((len(_stems(question.text)) for question in fitting), default=0)
    best = [question for question in fitting if len(_stems(question.text)) == fullest]
    return best[0] if len(best) == 1 else None


def _is_subject(wanted: frozenset[str], said: frozenset[str]) -> bool:
    return len(wanted) >= _FEWEST_STEMS and wanted <= said


def _bound(question: str) -> Bound:
    return next((bound for ending, bound in _BOUNDS if ending.search(question)), Bound.UNCLEAR)


@lru_cache(maxsize=1024)
def _stems(text: str) -> frozenset[str]:
    """The beginnings of the words that carry meaning, none of those that only ask or bind."""
    words = re.findall(r"[a-z]{4,}", text.lower())
    return frozenset(_SAME.get(word, word[:_STEM]) for word in words if word not in _FORM_WORDS)


def _finding(section: Section, found: OtherTime) -> Finding:
    return Finding(
        "time.answer",
        Weight.WARN,
        Kind.SECTION,
        section.id,
        f"{section.title} says {found.span.most}, but the answer to “{found.question.text}” is "
        f"{found.answer}.",
        "Put the answer's variable in place of the number, or change the answer.",
        section.id,
        found.question.id,
    )


RECORD_RULES = (RecordRule("time.answer", Kind.SECTION, _prose_and_answers, follows_answers=True),)
