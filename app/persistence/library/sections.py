"""Sections of a template, their questions and default text, from sections/<group>.yaml."""

from app.domain.interview.questions import Option, Question
from app.domain.interview.template import Guidance, ProseBlock, SectionTemplate
from app.domain.plan.ids import RecordId
from app.persistence.library.files import LibraryFile, load
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import (
    GuidanceFile,
    QuestionFile,
    SectionFile,
    SectionsFile,
)


def read_sections(file: LibraryFile, problems: Problems) -> list[Placed[SectionTemplate]]:
    """The sections of one file in its order; none, with problems noted, when it is broken."""
    data = load(file, problems)
    content = None if data is None else validated(SectionsFile, data, file.name, problems)
    if content is None:
        return []
    return [
        Placed(file.name, f"sections[{at}]", _section(item))
        for at, item in enumerate(content.sections)
    ]


def _section(item: SectionFile) -> SectionTemplate:
    return SectionTemplate(
        key=item.key,
        title=item.title,
        purpose=item.purpose,
        guidance=_guidance(item.guidance),
        prose=tuple(ProseBlock(block.text, condition_from(block.when)) for block in item.prose),
        questions=tuple(_question(question, item.key) for question in item.questions),
        applies=condition_from(item.applies),
        otherwise=item.otherwise,
    )


def _guidance(item: GuidanceFile) -> Guidance:
    return Guidance(tuple(item.good), tuple(item.auditors_ask), tuple(item.mistakes))


def _question(item: QuestionFile, section: str) -> Question:
    return Question(
        id=RecordId(item.id),
        section=section,
        text=item.text,
        kind=item.kind,
        topic=item.topic,
        why=item.why,
        example=item.example,
        options=tuple(Option(option.value, option.label) for option in item.options),
        required=item.required,
        when=condition_from(item.when),
    )
