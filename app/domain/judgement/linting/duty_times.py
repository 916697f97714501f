"""Prose and playbooks that state another deadline for a duty to notify than the duty itself."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from app.domain.judgement.context import Context, applies
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import RecordRule
from app.domain.judgement.sentences import sentences_in, sentences_of
from app.domain.plan.durations import Duration
from app.domain.plan.obligations import Obligation
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import PlaybookStep
from app.domain.plan.sections import Section
from app.domain.plan.span_order import surely_longer
from app.domain.plan.stated_spans import Bound, StatedSpan, stated_spans

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

_ACRONYM: Final = re.compile(r"\b[A-Z][A-Z0-9]{2,}\b")
_LONGEST_RECIPIENT: Final = 60
"""Characters; a longer recipient is a description that no sentence repeats."""


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
        for duty, span in contradictions(sentence, context.plan.obligations.values()):
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
    found = _of_step(step, context.plan.obligations.values())
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


def _of_step(
    step: PlaybookStep, duties: Iterable[Obligation]
) -> tuple[Obligation, Duration] | None:
    """The first duty that `step` allows another time for, in its words or by its own limit."""
    for sentence in sentences_in(step.action):
        for duty, span in contradictions(sentence, duties):
            return duty, span.most
        if step.within is not None and not stated_spans(sentence):
            named = _named(sentence, duties)
            if named and all(surely_longer(step.within, limit) for limit in limits_of(named)):
                return named[0], step.within
    return None


def _named(sentence: str, duties: Iterable[Obligation]) -> list[Obligation]:
    """The duties a sentence about a notice names; none unless all of them have numeric limits."""
    if not _is_notice(sentence):
        return []
    named = [duty for duty in duties if _pattern(duty).search(sentence)]
    return named if all(limits_of([duty]) for duty in named) else []


def _is_notice(sentence: str) -> bool:
    return bool(_NOTICE.search(sentence)) and not _INWARDS.search(sentence)


def _tells(step: PlaybookStep) -> bool:
    return any(map(_is_notice, sentences_in(step.action)))


def _step_names(step: PlaybookStep, duty: Obligation) -> bool:
    return any(map(_pattern(duty).search, sentences_in(step.action)))


def _section_names(section: Section, duty: Obligation) -> bool:
    named = _pattern(duty)
    return any(named.search(each) for each in sentences_of(section.prose) if stated_spans(each))


def _pattern(duty: Obligation) -> re.Pattern[str]:
    return _naming(duty.name, str(duty.id), duty.regime, duty.recipient)


@lru_cache(maxsize=4096)
def _naming(name: str, key: str, regime: str, recipient: str) -> re.Pattern[str]:
    """What names a duty: its name, its recipient, its regime, or an acronym of it."""
    law = f"{key} {regime}".upper()
    forms = {
        name.strip(),
        regime.strip(),
        *(word for word in _ACRONYM.findall(name) if word in law),
    }
    if len(recipient) <= _LONGEST_RECIPIENT:
        forms.add(recipient.strip())
    parts = [re.escape(form) for form in sorted(forms, key=len, reverse=True) if form]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})(?![\w-])")


def _listed(duty: Obligation) -> str:
    return " or ".join(str(span) for span in dict.fromkeys(limits_of([duty])))


_DUTIES = frozenset({Kind.OBLIGATION})

RECORD_RULES = (
    RecordRule("time.obligation", Kind.SECTION, _in_prose, scans=_DUTIES, mentions=_section_names),
    RecordRule(
        "time.step-obligation",
        Kind.STEP,
        _in_step,
        scans=_DUTIES,
        concerns=_tells,
        mentions=_step_names,
    ),
)
