"""Prose and playbooks that state another deadline for a duty to notify than the duty itself."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from app.domain.judgement.context import Context, applies
from app.domain.judgement.duty_names import duty_names, is_named
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule, Speaking
from app.domain.judgement.sentences import sentences_in, sentences_of
from app.domain.judgement.word_index import words_in
from app.domain.plan.durations import Duration
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.sections import Section
from app.domain.plan.span_order import surely_longer
from app.domain.plan.stated_spans import READ_TEXTS, Bound, StatedSpan, stated_spans

_NOTICE: Final = re.compile(
    r"\b(?:notif\w+|notices?|report(?:s|ed|ing)?|inform(?:s|ed)?|told|tell(?:s|ing)?|submit\w*)\b",
    re.IGNORECASE,
)
_INWARDS: Final = re.compile(
    r"\b(?:suppliers?|processors?|providers?|vendors?|contractors?|staff|internal\w*|so that"
    r"|in order to|in time|exercis\w*|train\w*|"
    r"(?:tell|told|inform\w*|notif\w+|report\w* to) (?:the |our |a )?"
    r"[\w ]{0,24}(?:lead|officer|counsel|team|manager|committee|board|desk|executive\w*))\b"
    r"|\b(?:lead|officer|counsel|team|manager|committee|board|desk|executives?)"
    r" (?:shall|must|is|are)(?: also)?(?: be(?:ing)?)? (?:told|informed|notified)",
    re.IGNORECASE,
)
"""Words of sentences in which somebody may be told other than the recipient of the duty."""


def contradictions(
    sentence: str, duties: Iterable[Obligation]
) -> Iterator[tuple[Obligation, StatedSpan]]:
    """The first duty named, with each limit of the sentence that none of those named has."""
    spans = [span for span in stated_spans(sentence) if span.bound is Bound.WITHIN]
    named = _named(sentence, duties) if spans else []
    for span in spans:
        if named and all(span.contradicts(limit) for limit in limits_of(named)):
            yield named[0], span


def limits_of(duties: Iterable[Obligation]) -> list[Duration]:
    """The numeric limits of all notices that `duties` ask for, each as often as it is set."""
    steps = [step for duty in duties for step in duty.steps]
    return [step.within for step in steps if step.within is not None]


def _in_prose(context: Context, section: Section) -> Iterator[Finding]:
    if not applies(section):
        return
    seen: set[str] = set()
    for sentence in sentences_of(section.prose):
        for duty, span in contradictions(sentence, _duties_in(context, sentence)):
            if duty.id not in seen:
                seen.add(duty.id)
                yield Finding(
                    "time.obligation",
                    Weight.WARN,
                    Kind.SECTION,
                    section.id,
                    f"{section.title} states {span.most} for {duty.name}, "
                    f"but the duty itself says {_listed(duty)}.",
                    "Let the text say what the duty says, or correct the duty.",
                    section.id,
                    duty.id,
                )


def _in_step(context: Context, step: PlaybookStep) -> Iterator[Finding]:
    found = _of_step(context, step)
    if found is not None:
        duty, span = found
        yield Finding(
            "time.step-obligation",
            Weight.WARN,
            Kind.STEP,
            step.id,
            f"A step of a playbook gives {span} for {duty.name}, "
            f"but the duty itself says {_listed(duty)}.",
            "Let the step say what the duty says, or correct the duty.",
            "playbooks",
            duty.id,
        )


def _of_step(context: Context, step: PlaybookStep) -> tuple[Obligation, Duration] | None:
    """The first duty that `step` allows another time for, in its words or by its own limit."""
    for sentence in filter(_is_notice, sentences_in(step.action)):
        duties = _duties_in(context, sentence)
        for duty, span in contradictions(sentence, duties):
            return duty, span.most
        if step.within is not None and not stated_spans(sentence):
            named = _named(sentence, duties)
            if named and all(surely_longer(step.within, limit) for limit in limits_of(named)):
                return named[0], step.within
    return None


def _duties_in(context: Context, sentence: str) -> list[Obligation]:
    """The duties that `sentence` may name, in order."""
    table = context.plan.obligations
    found = context.linkage.duties_named(words_in(sentence))
    return [table[key] for key in sorted(found, key=table.index)]


def _named(sentence: str, duties: Iterable[Obligation]) -> list[Obligation]:
    """The duties a sentence about a notice names; none unless all of them have numeric limits."""
    if not _is_notice(sentence):
        return []
    named = [duty for duty in duties if is_named(duty_names(duty), sentence)]
    return named if all(limits_of([duty]) for duty in named) else []


@lru_cache(maxsize=READ_TEXTS)
def _is_notice(sentence: str) -> bool:
    return bool(_NOTICE.search(sentence)) and not _INWARDS.search(sentence)


def _words_of_step(step: PlaybookStep) -> frozenset[str]:
    return _words(filter(_is_notice, sentences_in(step.action)))


def _words_of_section(section: Section) -> frozenset[str]:
    sentences = sentences_of(section.prose)
    return _words(each for each in sentences if stated_spans(each) and _is_notice(each))


def _words(sentences: Iterable[str]) -> frozenset[str]:
    return frozenset(word for sentence in sentences for word in words_in(sentence))


def _listed(duty: Obligation) -> str:
    return " or ".join(str(span) for span in dict.fromkeys(limits_of([duty])))


_DUTIES = frozenset({Kind.OBLIGATION})
_DECIDES = {Kind.OBLIGATION: lambda duty: tuple(limits_of([duty]))}

RECORD_RULES = (
    RecordRule(
        "time.obligation",
        Kind.SECTION,
        _in_prose,
        scans=_DUTIES,
        decides=_DECIDES,
        speaking=Speaking(_words_of_section, duty_names),
    ),
    RecordRule(
        "time.step-obligation",
        Kind.STEP,
        _in_step,
        scans=_DUTIES,
        decides=_DECIDES,
        speaking=Speaking(_words_of_step, duty_names),
    ),
)
