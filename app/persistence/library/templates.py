"""Plan templates, one a folder, as domain objects."""

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from app.domain.interview.template import PlanTemplate, SectionTemplate, StartingRecord, Topic
from app.domain.plan.ids import is_record_id
from app.domain.plan.sections import SectionGroup
from app.persistence.library.consistency import check_template
from app.persistence.library.files import load, named, yaml_files
from app.persistence.library.parts import TemplateParts
from app.persistence.library.playbooks import ADOPT_QUESTION, read_playbook
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import TemplateFile
from app.persistence.library.sections import read_sections
from app.persistence.library.starting import read_starting
from app.services.library import TemplateSummary

HEADER: Final = "template.yaml"
"""A folder that holds this file is a template."""

PLAYBOOKS: Final = "playbooks"
"""The folder of playbooks that all templates share."""


def template_ids(root: Path) -> tuple[str, ...]:
    """The ids of all templates below `root`, which are their folders' names."""
    return tuple(path.parent.name for path in sorted(root.glob(f"*/{HEADER}")))


def read_header(root: Path, template_id: str, problems: Problems) -> Placed[TemplateFile] | None:
    """The header of one template; None, with problems noted, when it is broken."""
    file = named(root, root / template_id / HEADER)
    data = load(file, problems)
    content = None if data is None else validated(TemplateFile, data, file.name, problems)
    if content is None:
        return None
    if content.id != template_id:
        problems.note(file.name, "id", f"'{content.id}' differs from the folder's name")
    if content.pages != sorted(content.pages):
        problems.note(file.name, "pages", "the fewest pages come first")
    return Placed(file.name, "", content)


def read_summaries(root: Path) -> tuple[TemplateSummary, ...]:
    """All templates below `root` by id, from their headers alone.

    Raises:
        LibraryFileInvalid: With every problem of the headers.
    """
    problems = Problems()
    headers = [read_header(root, name, problems) for name in template_ids(root)]
    problems.raise_any()
    return tuple(_summary(header.item) for header in headers if header is not None)


def read_template(root: Path, template_id: str, frameworks: frozenset[str]) -> PlanTemplate:
    """The template in the folder `template_id` of `root`, whole and consistent.

    `frameworks` are the ids it may name.

    Raises:
        LibraryFileInvalid: With every problem of its files; what can only be judged across
            files is judged once each of them is sound.
    """
    problems = Problems()
    header = read_header(root, template_id, problems)
    sections = tuple(_sections(root, root / template_id / "sections", problems))
    starting = [
        record
        for file in yaml_files(root, root / template_id / "starting")
        for record in read_starting(file, problems)
    ]
    starting += _playbooks(root, sections, problems)
    problems.raise_any()
    assert header is not None, "a broken header is a problem"  # noqa: S101 - for the type checker
    parts = TemplateParts(header, sections, tuple(starting), frameworks)
    check_template(parts, problems)
    problems.raise_any()
    return _template(parts)


def _sections(root: Path, folder: Path, problems: Problems) -> Iterator[Placed[SectionTemplate]]:
    groups = {group.value: named(root, folder / f"{group.value}.yaml") for group in SectionGroup}
    for file in yaml_files(root, folder):
        if file.path.stem not in groups:
            problems.note(file.name, "", f"is none of {', '.join(groups)}")
    for file in groups.values():
        yield from read_sections(file, problems)


def _playbooks(
    root: Path, sections: tuple[Placed[SectionTemplate], ...], problems: Problems
) -> Iterator[Placed[StartingRecord]]:
    offered = [
        Placed(section.file, f"{section.place}.questions[{at}].options", option.value)
        for section in sections
        for at, question in enumerate(section.item.questions)
        if question.id == ADOPT_QUESTION
        for option in question.options
    ]
    for name in offered:
        if is_record_id(name.item):
            yield from read_playbook(named(root, root / PLAYBOOKS / f"{name.item}.yaml"), problems)
        else:
            problems.note(name.file, name.place, f"{name.item!r} is no playbook id")


def _summary(header: TemplateFile) -> TemplateSummary:
    fewest, most = header.pages
    return TemplateSummary(
        id=header.id,
        name=header.name,
        description=header.description,
        arrangement=header.arrangement,
        language=header.language,
        frameworks=tuple(header.frameworks),
        pages=(fewest, most),
    )


def _template(parts: TemplateParts) -> PlanTemplate:
    header = parts.header.item
    fewest, most = header.pages
    return PlanTemplate(
        id=header.id,
        name=header.name,
        description=header.description,
        arrangement=header.arrangement,
        language=header.language,
        frameworks=tuple(header.frameworks),
        pages=(fewest, most),
        topics=tuple(Topic(item.id, item.title, item.introduction) for item in header.topics),
        sections=tuple(section.item for section in parts.sections),
        starting=tuple(starting.item for starting in parts.starting),
        adopt_times=condition_from(header.adopt_times),
    )
