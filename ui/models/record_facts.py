"""What a record says, field by field and in full, for people who read it together."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.comparing.comparing import SILENT
from app.domain.comparing.field_words import FIELD_WORDS
from app.domain.comparing.value_words import Spot, is_free_text, worded
from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.interview.template import PlanTemplate
from app.domain.lifecycle.reviewing.items import record_meant
from app.domain.plan.codec import record_data
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.naming import NAME_FIELD
from app.domain.plan.plan import Plan, Record
from app.domain.plan.sections import Answer, Section
from app.domain.plan.variables import value_text, variable_text


@dataclass(frozen=True, slots=True)
class Fact:
    """One field in words; `label` is blank for text that speaks for itself."""

    label: str
    text: str


def subject_of(plan: Plan, about: str) -> tuple[Kind, RecordId] | None:
    """The record that `about`, a `kind/id`, names; None when the plan has none such."""
    meant = record_meant(about)
    return meant if meant is not None and plan.find(*meant) is not None else None


def facts_of(plan: Plan, template: PlanTemplate, about: str) -> tuple[Fact, ...]:
    """What the record `about` says; nothing where there is none or it says nothing."""
    found = subject_of(plan, about)
    record = None if found is None else plan.find(*found)
    if found is None or record is None:
        return ()
    match record:
        case Section():
            return tuple(_section(plan, template, record))
        case Answer():
            asked = template.questions.get(record.id)
            return (Fact("" if asked is None else asked.text, value_text(record.value)),)
        case _:
            return tuple(_fields(plan, found[0], record))


def _section(plan: Plan, template: PlanTemplate, section: Section) -> Iterator[Fact]:
    if section.not_applicable.strip():
        yield Fact("", section.not_applicable)
    known = template.by_key.get(section.id)
    for question in () if known is None else known.questions:
        answer = plan.answers.get(question.id)
        if answer is not None and (said := value_text(answer.value)):
            yield Fact(question.text, said)

    def stated(name: str) -> str:
        asked = template.questions.get(name)
        return variable_text(plan, name) or f"[{name if asked is None else asked.text}]"

    if prose := plain_text(read(section.prose), stated).strip():
        yield Fact("", prose)


def _fields(plan: Plan, kind: Kind, record: Record) -> Iterator[Fact]:
    words = FIELD_WORDS[type(record)]
    known_by = NAME_FIELD.get(kind, "name")
    for field, data in record_data(record).items():
        if field in ("id", known_by) or data in SILENT or data is False:
            continue
        text = _text(data, Spot(plan, kind, record.id, field))
        if text.strip():
            word = words[field]
            yield Fact(f"{word[:1].upper()}{word[1:]}", text)


def _text(data: object, spot: Spot) -> str:
    """A person's own words whole, a list entry by entry, all else as sentences name it."""
    if isinstance(data, list):
        return "\n".join(_text(entry, spot) for entry in data)
    if isinstance(data, str) and is_free_text(data, spot):
        return data
    return worded(data, spot)
