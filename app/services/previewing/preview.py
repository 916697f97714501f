"""The parts and sections of a template as they would read next to example answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.domain.document.prose.reader import read
from app.domain.document.prose.writer import write
from app.domain.interview.arrangement import arranged
from app.domain.interview.conditions import Answers, holds
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.template import PlanTemplate
from app.domain.plan.ids import RecordId
from app.domain.plan.plan import Plan
from app.services.previewing.examples import example_answers
from app.services.previewing.spoken import spoken


@dataclass(frozen=True, slots=True)
class PreviewedSection:
    """One section: `text` is prose without variables and references, or why it does not apply.

    `questions` are those asked next to the example answers.
    """

    key: str
    number: str
    title: str
    purpose: str
    text: str
    applies: bool
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PreviewedPart:
    """One part; its title is blank where the template names none."""

    number: str
    title: str
    sections: tuple[PreviewedSection, ...]


def preview(template: PlanTemplate) -> tuple[PreviewedPart, ...]:
    """The document that example answers make of `template`, in its arrangement."""
    answers = example_answers(template)
    plan = draft(template, AnswerSheet(answers), RecordId("preview"))
    reader = _Reader(plan, template, answers)
    parts = enumerate(arranged(template, template.by_key), start=1)
    return tuple(
        PreviewedPart(str(at), part.title, tuple(reader.sections(at, part.sections)))
        for at, part in parts
    )


class _Reader:
    def __init__(self, plan: Plan, template: PlanTemplate, answers: Answers) -> None:
        self._plan = plan
        self._template = template
        self._answers = answers

    def sections(self, part: int, keys: tuple[str, ...]) -> Iterator[PreviewedSection]:
        for place, key in enumerate(keys, start=1):
            known, drafted = self._template.by_key[key], self._plan.sections[RecordId(key)]
            asked = (item.text for item in known.questions if holds(item.when, self._answers))
            reason = drafted.not_applicable
            yield PreviewedSection(
                key=key,
                number=f"{part}.{place}",
                title=known.title,
                purpose=known.purpose,
                text=reason or write(spoken(read(drafted.prose), self._plan, self._template)),
                applies=not reason,
                questions=tuple(asked),
            )
