"""Playbooks shared by the templates, as starting records adopted by an answer."""

from collections.abc import Mapping
from typing import Any, Final

from app.domain.interview.conditions import Includes
from app.domain.interview.template import StartingRecord
from app.domain.plan.plan import Kind
from app.persistence.library.files import LibraryFile, load
from app.persistence.library.problems import Placed, Problems
from app.persistence.library.schema.base import validated
from app.persistence.library.schema.template import PlaybookFile
from app.persistence.library.starting import read_record

ADOPT_QUESTION: Final = "playbooks.adopt"
"""The question whose options are the playbooks a template offers."""


def read_playbook(file: LibraryFile, problems: Problems) -> list[Placed[StartingRecord]]:
    """The playbook and its steps; the file is called by the playbook's id."""
    data = load(file, problems)
    content = None if data is None else validated(PlaybookFile, data, file.name, problems)
    if content is None:
        return []
    name = content.playbook.get("id")
    if name != file.path.stem:
        problems.note(file.name, "playbook.id", f"{name!r} differs from the file's name")
    rows = [(Kind.PLAYBOOK, Placed(file.name, "playbook", content.playbook))]
    for at, step in enumerate(content.steps):
        owned = _owned(step, file, at, problems)
        rows.append((Kind.STEP, Placed(file.name, f"steps[{at}]", owned)))
    return [
        Placed(
            row.file, row.place, StartingRecord(record, Includes(ADOPT_QUESTION, file.path.stem))
        )
        for kind, row in rows
        if (record := read_record(kind, row, problems)) is not None
    ]


def _owned(
    step: Mapping[str, Any], file: LibraryFile, at: int, problems: Problems
) -> dict[str, Any]:
    if "playbook" in step:
        problems.note(file.name, f"steps[{at}].playbook", "is not a known field")
    playbook = file.path.stem
    owned = {**step, "playbook": playbook}
    if "id" in step:
        owned["id"] = f"{playbook}.{step['id']}"
    if isinstance(step.get("branches"), list):
        owned["branches"] = [_led(branch, playbook) for branch in step["branches"]]
    return owned


def _led(branch: object, playbook: str) -> object:
    """A file names steps as they are called in it; anything else is for the record to refuse."""
    if isinstance(branch, Mapping) and isinstance(branch.get("to"), str):
        return {**branch, "to": f"{playbook}.{branch['to']}"}
    return branch
