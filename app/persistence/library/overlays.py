"""Overlays: what joins every template while a condition holds, such as a sector."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from app.domain.interview.conditions import Condition
from app.domain.interview.template import StartingRecord
from app.persistence.library.files import LibraryFile, load, yaml_files
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.conditions import condition_from
from app.persistence.library.schema.template import OverlayFile, SectionChangeFile
from app.persistence.library.starting import limited, starting_records

OVERLAYS: Final = "overlays"
"""The folder of overlays, which all templates take."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """One overlay; its records and proposals hold only when it does."""

    id: str
    file: str
    when: Condition | None
    changes: tuple[Placed[SectionChangeFile], ...]
    starting: tuple[Placed[StartingRecord], ...]
    proposals: tuple[tuple[str, Any], ...]


def read_overlays(root: Path, problems: Problems) -> tuple[Overlay, ...]:
    """All overlays below `root` by file name; broken ones are left out and noted."""
    read = (_overlay(file, problems) for file in yaml_files(root, root / OVERLAYS))
    return tuple(overlay for overlay in read if overlay is not None)


def _overlay(file: LibraryFile, problems: Problems) -> Overlay | None:
    data = load(file, problems)
    content = None if data is None else validated(OverlayFile, data, file.name, problems)
    if content is None:
        return None
    if content.id != file.path.stem:
        problems.note(file.name, "id", f"'{content.id}' differs from the file's name")
    when = condition_from(content.when)
    changes = (
        Placed(file.name, f"sections[{at}]", change) for at, change in enumerate(content.sections)
    )
    starting = limited(starting_records(file.name, content.records, problems), when)
    return Overlay(
        file.path.stem,
        file.name,
        when,
        tuple(changes),
        tuple(starting),
        tuple(content.proposals.items()),
    )
