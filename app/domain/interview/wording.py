"""The words of a template, each passed through one function: to translate or to list them."""

from collections.abc import Callable
from dataclasses import is_dataclass, replace
from types import UnionType
from typing import Any, get_args

from app.domain.interview.questions import AnswerKind, Question
from app.domain.interview.template import (
    Guidance,
    PlanTemplate,
    Proposal,
    SectionTemplate,
    StartingRecord,
)
from app.domain.plan.codec import field_specs
from app.domain.plan.durations import Duration
from app.domain.plan.playbooks import Playbook
from app.domain.plan.sections import AnswerValue
from app.domain.plan.trees import TreeNode

Wording = Callable[[str], str]
"""What becomes of a text."""

CODES: dict[type, frozenset[str]] = {
    Playbook: frozenset({"techniques"}),
    TreeNode: frozenset({"target_id"}),
}
"""Fields of records that are text, but no words."""

_STATED = frozenset({AnswerKind.TEXT, AnswerKind.LONG_TEXT, AnswerKind.LIST})
"""Kinds of answers that are words; others are values to choose from."""


def worded(template: PlanTemplate, wording: Wording) -> PlanTemplate:
    """`template` with each of its words as `wording` says it."""
    return replace(
        template,
        name=wording(template.name),
        description=wording(template.description),
        arrangement=wording(template.arrangement),
        topics=tuple(
            replace(item, title=wording(item.title), introduction=_said(item.introduction, wording))
            for item in template.topics
        ),
        parts=tuple(replace(part, title=wording(part.title)) for part in template.parts),
        sections=tuple(_section(section, wording) for section in template.sections),
        starting=tuple(_starting(item, wording) for item in template.starting),
        proposals=tuple(_proposal(item, template, wording) for item in template.proposals),
    )


def texts_of(template: PlanTemplate) -> tuple[str, ...]:
    """Every text of `template` once, in the order it is met."""
    met: dict[str, None] = {}

    def note(text: str) -> str:
        met.setdefault(text)
        return text

    worded(template, note)
    return tuple(met)


def _said(text: str, wording: Wording) -> str:
    return wording(text) if text.strip() else text


def _all(texts: tuple[str, ...], wording: Wording) -> tuple[str, ...]:
    return tuple(_said(text, wording) for text in texts)


def _section(section: SectionTemplate, wording: Wording) -> SectionTemplate:
    guidance = section.guidance
    return replace(
        section,
        title=wording(section.title),
        purpose=wording(section.purpose),
        otherwise=_said(section.otherwise, wording),
        guidance=Guidance(
            _all(guidance.good, wording),
            _all(guidance.auditors_ask, wording),
            _all(guidance.mistakes, wording),
        ),
        prose=tuple(replace(block, text=wording(block.text)) for block in section.prose),
        questions=tuple(_question(question, wording) for question in section.questions),
    )


def _question(question: Question, wording: Wording) -> Question:
    return replace(
        question,
        text=wording(question.text),
        why=_said(question.why, wording),
        example=_said(question.example, wording),
        options=tuple(replace(option, label=wording(option.label)) for option in question.options),
        default=_answer(question.default, question.kind, wording),
    )


def _proposal(proposal: Proposal, template: PlanTemplate, wording: Wording) -> Proposal:
    kind = template.questions[proposal.question].kind
    value = _answer(proposal.value, kind, wording)
    return replace(proposal, value=proposal.value if value is None else value)


def _answer(value: AnswerValue | None, kind: AnswerKind, wording: Wording) -> AnswerValue | None:
    if kind not in _STATED:
        return value
    if isinstance(value, tuple):
        return _all(value, wording)
    return _said(value, wording) if isinstance(value, str) else value


def _starting(starting: StartingRecord, wording: Wording) -> StartingRecord:
    return replace(starting, record=_fields(starting.record, wording))


def _fields(record: Any, wording: Wording) -> Any:  # noqa: ANN401 - any record or part of one
    said = {
        spec.name: _value(getattr(record, spec.name), spec.type, wording)
        for spec in field_specs(type(record))
        if spec.name not in CODES.get(type(record), ())
    }
    return replace(record, **said)


def _value(value: Any, kind: Any, wording: Wording) -> Any:  # noqa: ANN401 - any field
    if isinstance(value, tuple):
        inner = get_args(kind)[0]
        return tuple(_value(item, inner, wording) for item in value)
    if isinstance(value, str):
        return _said(value, wording) if _is_text(kind) else value
    return _fields(value, wording) if _is_part(value) else value


def _is_text(kind: Any) -> bool:  # noqa: ANN401 - any type
    """Whether a field of this type holds words; ids have a type of their own."""
    return kind is str or (isinstance(kind, UnionType) and str in get_args(kind))


def _is_part(value: Any) -> bool:  # noqa: ANN401 - any value
    return is_dataclass(value) and not isinstance(value, Duration)
