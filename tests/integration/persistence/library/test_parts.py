from pathlib import Path

from app.domain.plan.roles import Role
from app.persistence.library.base import read_base_header
from app.persistence.library.files import named
from app.persistence.library.parts import TemplateParts
from app.persistence.library.problems import Problems
from app.persistence.library.sections import read_sections
from app.persistence.library.starting import read_starting
from app.persistence.library.templates import read_header


def _parts(root: Path) -> TemplateParts:
    problems = Problems()
    header = read_header(root, "small", problems)
    sections = read_sections(named(root, root / "base/sections/lifecycle.yaml"), problems)
    starting = read_starting(named(root, root / "base/starting/response.yaml"), problems)
    base = read_base_header(root, problems)
    assert header is not None
    assert base is not None
    return TemplateParts(header, base, tuple(sections), tuple(starting), frozenset())


def test_questions_know_their_place(shelf):
    parts = _parts(shelf.root / "templates")

    places = {str(placed.item.id): (placed.file, placed.place) for placed in parts.questions()}

    assert places["reporting.channel"] == (
        "templates/base/sections/lifecycle.yaml",
        "sections[3].questions[0]",
    )


def test_records_of_one_kind_know_their_place(shelf):
    parts = _parts(shelf.root / "templates")

    places = [(placed.item.id, placed.place) for placed in parts.records(Role)]

    assert places == [("incident-lead", "records[0]"), ("cloud-lead", "records[1]")]


def test_every_condition_is_found_with_its_place(shelf):
    parts = _parts(shelf.root / "templates")

    places = [placed.place for placed in parts.conditions()]

    assert places == [
        "adopt_times",
        "sections[3].prose[0].when",
        "sections[3].prose[1].when",
        "records[1].when",
    ]
