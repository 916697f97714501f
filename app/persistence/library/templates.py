"""Plan templates, one a folder, as domain objects."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from app.domain.interview.questions import Question
from app.domain.interview.template import Part, PlanTemplate, SectionTemplate, StartingRecord, Topic
from app.domain.plan.ids import is_record_id
from app.persistence.library.base import Base, read_base, read_base_header
from app.persistence.library.changing import Sections, changed
from app.persistence.library.consistency import check_template
from app.persistence.library.files import load, named, yaml_files
from app.persistence.library.merging import merge_sections, merge_starting, role_merge
from app.persistence.library.overlays import Overlay, read_overlays
from app.persistence.library.parts import TemplateParts
from app.persistence.library.playbooks import ADOPT_QUESTION, read_playbook
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.proposals import proposals_from
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import BaseFile, SectionChangesFile, TemplateFile
from app.persistence.library.starting import starting_changes
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
    """All templates below `root` by id, from the headers alone.

    Raises:
        LibraryFileInvalid: With every problem of the headers.
    """
    problems = Problems()
    base = read_base_header(root, problems)
    headers = [read_header(root, name, problems) for name in template_ids(root)]
    problems.raise_any()
    assert base is not None, "a broken header is a problem"  # noqa: S101 - for the type checker
    return tuple(_summary(header.item, base.item) for header in headers if header is not None)


def read_template(root: Path, template_id: str, frameworks: frozenset[str]) -> PlanTemplate:
    """The template in the folder `template_id` of `root`, whole and consistent.

    It is the base with the template's own changes and then all overlays. `frameworks` are the ids
    it may name.

    Raises:
        LibraryFileInvalid: With every problem of its files; what can only be judged across
            files is judged once each of them is sound.
    """
    problems = Problems()
    header = read_header(root, template_id, problems)
    base = read_base(root, problems)
    overlays = _overlays(root, header, problems)
    sections = _sections(root, template_id, base, overlays, problems)
    starting = _starting(root, template_id, base, overlays, problems)
    starting += _playbooks(root, sections, problems)
    problems.raise_any()
    assert header is not None and base.header is not None, "told above"  # noqa: S101, PT018
    merge = role_merge(header, base.starting, starting, problems)
    sections, starting = merge_sections(sections, merge), merge_starting(starting, merge)
    parts = TemplateParts(
        header, base.header, _arranged(header.item, sections), tuple(starting), frameworks
    )
    check_template(parts, problems)
    questions = {str(placed.item.id): placed.item for placed in parts.questions()}
    template = _template(parts, overlays, questions, problems)
    problems.raise_any()
    return template


def _overlays(
    root: Path, header: Placed[TemplateFile] | None, problems: Problems
) -> tuple[Overlay, ...]:
    """The overlays that the template takes."""
    overlays = read_overlays(root, problems)
    if header is None:
        return overlays
    refused = header.item.without_overlays
    known = {overlay.id for overlay in overlays}
    for at, name in enumerate(refused):
        if name not in known:
            problems.note(header.file, f"without_overlays[{at}]", f"there is no overlay '{name}'")
    return tuple(overlay for overlay in overlays if overlay.id not in refused)


def _sections(
    root: Path,
    template_id: str,
    base: Base,
    overlays: tuple[Overlay, ...],
    problems: Problems,
) -> Sections:
    sections = {placed.item.key: placed for placed in base.sections}
    for file in yaml_files(root, root / template_id / "sections"):
        data = load(file, problems)
        content = None if data is None else validated(SectionChangesFile, data, file.name, problems)
        changes = [] if content is None else content.sections
        placed = (Placed(file.name, f"sections[{at}]", item) for at, item in enumerate(changes))
        sections = changed(sections, placed, problems)
    for overlay in overlays:
        sections = changed(sections, overlay.changes, problems, overlay.when)
    return sections


def _starting(
    root: Path,
    template_id: str,
    base: Base,
    overlays: tuple[Overlay, ...],
    problems: Problems,
) -> list[Placed[StartingRecord]]:
    made = list(base.starting)
    for file in yaml_files(root, root / template_id / "starting"):
        made = starting_changes(made, file, problems)
    return [*made, *(record for overlay in overlays for record in overlay.starting)]


def _arranged(header: TemplateFile, sections: Sections) -> tuple[Placed[SectionTemplate], ...]:
    keys = [key for part in header.parts for key in part.sections]
    return tuple(sections[key] for key in keys if key in sections)


def _playbooks(
    root: Path, sections: Sections, problems: Problems
) -> Iterator[Placed[StartingRecord]]:
    offered = [
        Placed(section.file, f"{section.place}.questions[{at}].options", option.value)
        for section in sections.values()
        for at, question in enumerate(section.item.questions)
        if question.id == ADOPT_QUESTION
        for option in question.options
    ]
    for name in offered:
        if is_record_id(name.item):
            yield from read_playbook(named(root, root / PLAYBOOKS / f"{name.item}.yaml"), problems)
        else:
            problems.note(name.file, name.place, f"{name.item!r} is no playbook id")


def _summary(header: TemplateFile, base: BaseFile) -> TemplateSummary:
    fewest, most = header.pages
    return TemplateSummary(
        id=header.id,
        name=header.name,
        description=header.description,
        arrangement=header.arrangement,
        language=base.language,
        frameworks=tuple(header.frameworks),
        pages=(fewest, most),
        parts=tuple(part.title for part in header.parts),
    )


def _template(
    parts: TemplateParts,
    overlays: tuple[Overlay, ...],
    questions: Mapping[str, Question],
    problems: Problems,
) -> PlanTemplate:
    header, base = parts.header.item, parts.base.item
    fewest, most = header.pages
    offers = (
        Placed(overlay.file, f"proposals.{name}", (name, raw, overlay.when))
        for overlay in overlays
        for name, raw in overlay.proposals
    )
    return PlanTemplate(
        id=header.id,
        name=header.name,
        description=header.description,
        arrangement=header.arrangement,
        language=base.language,
        frameworks=tuple(header.frameworks),
        pages=(fewest, most),
        topics=tuple(Topic(item.id, item.title, item.introduction) for item in base.topics),
        sections=tuple(section.item for section in parts.sections),
        starting=tuple(starting.item for starting in parts.starting),
        adopt_times=condition_from(base.adopt_times),
        parts=tuple(Part(item.id, item.title, tuple(item.sections)) for item in header.parts),
        proposals=proposals_from(offers, questions, problems),
    )
