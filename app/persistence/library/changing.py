"""Sections of the base as a template or an overlay changes them."""

from collections.abc import Iterable
from dataclasses import replace

from app.domain.interview.conditions import AllOf, Condition
from app.domain.interview.questions import AnswerDoesNotFit, Question, fit
from app.domain.interview.template import Guidance, ProseBlock, SectionTemplate
from app.domain.plan.sections import AnswerValue
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.template import (
    GuidanceFile,
    ProseFile,
    QuestionChangeFile,
    SectionChangeFile,
)
from app.persistence.library.sections import prose_block

Sections = dict[str, Placed[SectionTemplate]]
"""Sections by their keys."""


def both(first: Condition | None, second: Condition | None) -> Condition | None:
    """A condition that holds when both do; None stands for one that always holds."""
    if first is None or second is None:
        return first or second
    return AllOf((first, second))


def changed(
    sections: Sections,
    changes: Iterable[Placed[SectionChangeFile]],
    problems: Problems,
    when: Condition | None = None,
) -> Sections:
    """`sections` after `changes`, each of which holds only `when` does.

    Text that `when` limits cannot stand in place of other text, so such changes add only.
    """
    made = dict(sections)
    for change in changes:
        before = made.get(change.item.key)
        if before is None:
            problems.note(change.file, f"{change.place}.key", f"no section '{change.item.key}'")
        elif when is not None and _replaces(change.item):
            sentence = "an overlay adds before, after and questions, and replaces nothing"
            problems.note(change.file, change.place, sentence)
        else:
            after = _after(before.item, change, when, problems)
            made[before.item.key] = Placed(change.file, change.place, after)
    return made


def _replaces(change: SectionChangeFile) -> bool:
    stated = (change.title, change.purpose, change.guidance, change.prose)
    return any(item is not None for item in stated) or bool(change.changes or change.leave_out)


def _after(
    section: SectionTemplate,
    change: Placed[SectionChangeFile],
    when: Condition | None,
    problems: Problems,
) -> SectionTemplate:
    item = change.item
    prose = section.prose if item.prose is None else _blocks(item.prose, None)
    return replace(
        section,
        title=item.title or section.title,
        purpose=item.purpose or section.purpose,
        guidance=_guidance(section.guidance, item.guidance),
        prose=(*_blocks(item.before, when), *prose, *_blocks(item.after, when)),
        questions=_questions(section, change, when, problems),
    )


def _blocks(blocks: Iterable[ProseFile], when: Condition | None) -> tuple[ProseBlock, ...]:
    made = (prose_block(block) for block in blocks)
    return tuple(replace(block, when=both(when, block.when)) for block in made)


def _guidance(before: Guidance, change: GuidanceFile | None) -> Guidance:
    if change is None:
        return before
    return Guidance(
        tuple(change.good) or before.good,
        tuple(change.auditors_ask) or before.auditors_ask,
        tuple(change.mistakes) or before.mistakes,
    )


def _questions(
    section: SectionTemplate,
    change: Placed[SectionChangeFile],
    when: Condition | None,
    problems: Problems,
) -> tuple[Question, ...]:
    item = change.item
    asked = {str(question.id): question for question in section.questions}
    for at, name in enumerate(item.leave_out):
        if asked.pop(name, None) is None:
            _unknown(change, f"leave_out[{at}]", name, problems)
    for at, words in enumerate(item.changes):
        if words.id in asked:
            placed = Placed(change.file, f"{change.place}.changes[{at}]", words)
            asked[words.id] = _changed(asked[words.id], placed, problems)
        else:
            _unknown(change, f"changes[{at}].id", words.id, problems)
    for question in item.questions:
        new = question.asked(section.key)
        asked[str(new.id)] = replace(new, when=both(when, new.when))
    return tuple(asked.values())


def _unknown(change: Placed[SectionChangeFile], place: str, name: str, problems: Problems) -> None:
    sentence = f"'{name}' is no question of {change.item.key}"
    problems.note(change.file, f"{change.place}.{place}", sentence)


def _changed(
    question: Question, change: Placed[QuestionChangeFile], problems: Problems
) -> Question:
    item = change.item
    return replace(
        question,
        text=item.text or question.text,
        topic=question.topic if item.topic is None else item.topic,
        why=item.why or question.why,
        example=item.example or question.example,
        required=question.required if item.required is None else item.required,
        default=_default(question, change, problems),
    )


def _default(
    question: Question, change: Placed[QuestionChangeFile], problems: Problems
) -> AnswerValue | None:
    if change.item.default is None:
        return question.default
    try:
        return fit(question, change.item.default)
    except AnswerDoesNotFit as error:
        problems.note(change.file, f"{change.place}.default", str(error))
        return None
