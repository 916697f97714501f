"""Sections of a template, their questions and default text, from sections/<group>.yaml."""

from app.domain.interview.template import Guidance, ProseBlock, SectionTemplate
from app.persistence.library.files import LibraryFile, load
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import (
    GuidanceFile,
    ProseFile,
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


def prose_block(item: ProseFile) -> ProseBlock:
    """The block of default text that `item` spells."""
    return ProseBlock(item.text, condition_from(item.when))


def _section(item: SectionFile) -> SectionTemplate:
    return SectionTemplate(
        key=item.key,
        title=item.title,
        purpose=item.purpose,
        guidance=_guidance(item.guidance),
        prose=tuple(prose_block(block) for block in item.prose),
        questions=tuple(question.asked(item.key) for question in item.questions),
        applies=condition_from(item.applies),
        otherwise=item.otherwise,
    )


def _guidance(item: GuidanceFile) -> Guidance:
    return Guidance(tuple(item.good), tuple(item.auditors_ask), tuple(item.mistakes))
