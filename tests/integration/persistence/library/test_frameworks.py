from datetime import date

import pytest

from app.domain.judgement.requirements import CheckKind, Confidence, FrameworkStatus, Relevance
from app.persistence.library.frameworks import read_frameworks

NAME = "frameworks/small-framework.yaml"


def test_a_framework_is_read_whole(shelf):
    (framework,) = read_frameworks(shelf.root / "frameworks")

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


def test_source_and_confidence_come_from_the_framework_unless_stated(shelf):
    (framework,) = read_frameworks(shelf.root / "frameworks")

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


def test_two_frameworks_of_one_name_are_told(shelf):
    text = (shelf.root / NAME).read_text(encoding="utf-8")
    other = text.replace("id: small-framework", "id: another")
    (shelf.root / "frameworks/another.yaml").write_text(other, encoding="utf-8")

    assert shelf.problems() == [f"{NAME}: 'old-name' is also a name of another"]
