"""What all templates share: the folder base with its header, sections and starting records."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from app.domain.interview.template import SectionTemplate, StartingRecord
from app.domain.plan.sections import SECTION_GROUPS, SectionGroup
from app.persistence.library.files import load, named, yaml_files
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.template import BaseFile
from app.persistence.library.sections import read_sections
from app.persistence.library.starting import read_starting

BASE: Final = "base"
"""The folder of what all templates share."""


@dataclass(frozen=True, slots=True)
class Base:
    """The header, None when it is broken, the sections group by group and the starting records."""

    header: Placed[BaseFile] | None
    sections: tuple[Placed[SectionTemplate], ...]
    starting: tuple[Placed[StartingRecord], ...]


def read_base_header(root: Path, problems: Problems) -> Placed[BaseFile] | None:
    """The header of the base; None, with problems noted, when it is broken."""
    file = named(root, root / BASE / f"{BASE}.yaml")
    data = load(file, problems)
    content = None if data is None else validated(BaseFile, data, file.name, problems)
    return None if content is None else Placed(file.name, "", content)


def read_base(root: Path, problems: Problems) -> Base:
    """All of the base below `root` that is sound; the rest is noted."""
    header = read_base_header(root, problems)
    folder = root / BASE / "sections"
    groups = {group: named(root, folder / f"{group.value}.yaml") for group in SectionGroup}
    known = {file.name for file in groups.values()}
    for file in yaml_files(root, folder):
        if file.name not in known:
            listed = ", ".join(group.value for group in groups)
            problems.note(file.name, "", f"is none of {listed}")
    sections: list[Placed[SectionTemplate]] = []
    for group, file in groups.items():
        found = read_sections(file, problems)
        keys = tuple(placed.item.key for placed in found)
        if found and keys != SECTION_GROUPS[group]:
            problems.note(file.name, "sections", _difference(SECTION_GROUPS[group], keys))
        sections += found
    starting = [
        record
        for file in yaml_files(root, root / BASE / "starting")
        for record in read_starting(file, problems)
    ]
    return Base(header, tuple(sections), tuple(starting))


def _difference(keys: tuple[str, ...], found: tuple[str, ...]) -> str:
    missing = [key for key in keys if key not in found]
    foreign = [key for key in found if key not in keys]
    twice = sorted({key for key in found if found.count(key) > 1})
    told = [
        f"{words} {', '.join(which)}"
        for words, which in (("lacks", missing), ("may not hold", foreign), ("repeats", twice))
        if which
    ]
    return "; ".join(told) or f"the order is {', '.join(keys)}"
