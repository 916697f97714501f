from datetime import date

import pytest

from app.domain.judgement.requirements import CheckKind, Confidence, FrameworkStatus, Relevance
from app.persistence.library.frameworks import framework_ids, read_framework

NAME = "frameworks/small-framework.yaml"


def test_a_framework_is_read_whole(shelf):
    framework = read_framework(shelf.root / "frameworks", "small-framework")

    plan, breaches, team = framework.requirements
    assert (framework.id, framework.aliases) == ("small-framework", ("old-name",))
    assert (framework.status, framework.read_on) == (FrameworkStatus.CURRENT, date(2026, 11, 21))
    assert (plan.id, plan.sections, plan.check) == (
        "IR-8",
        ("purpose", "scope"),
        CheckKind.MUST_COVER,
    )
    assert (breaches.relevance, plan.relevance) == (Relevance.SUPPORTING, Relevance.CORE)
    assert team.withdrawn
    assert (plan.needs, team.needs) == (("role.deputies", "severity.matrix"), ())


def test_source_and_confidence_come_from_the_framework_unless_stated(shelf):
    framework = read_framework(shelf.root / "frameworks", "small-framework")

    plan, breaches, _ = framework.requirements
    assert (plan.source, plan.confidence) == ("Made up for tests", Confidence.HIGH)
    assert (breaches.source, breaches.confidence) == ("Page 4", Confidence.MEMORY)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("id: IR-10", "id: ir-10", "requirements[2].id: write it 'IR-10'"),
        ("id: IR-10", "id: IR-8", "requirements[2]: 'IR-8' stands twice"),
        ("[incident-plan]", "[ir-8.1]", "requirements[1]: 'IR-8(1)' stands twice"),
        ("id: small-framework", "id: other", "id: 'other' differs from the file's name"),
    ],
)
def test_ids_are_spelled_one_way_and_stand_once(shelf, old, new, line):
    problem = shelf.problem_after(NAME, old, new)

    assert f"{NAME}: {line}" in problem


def test_an_element_is_needed_by_its_id(shelf):
    problem = shelf.problem_after(NAME, "severity.matrix]", "the whole matrix]")

    assert problem == (
        f"{NAME}: requirements[0].needs[1]: 'the whole matrix' is no id; use lower-case letters,"
        " digits, dots and dashes"
    )


def test_frameworks_are_the_files_right_in_the_folder(shelf):
    folder = shelf.root / "frameworks"
    (folder / "another.yaml").touch()

    assert framework_ids(folder) == ("another", "small-framework")
