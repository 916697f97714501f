from datetime import date

import pytest

from app.cli.frameworks_report import (
    JudgedBy,
    counts,
    framework_data,
    judged_by,
    requirement_data,
    requirement_lines,
)
from app.domain.judgement.crosswalk import Crosswalk, CrosswalkRow, Relation, SourceKind
from app.domain.judgement.requirements import (
    CheckKind,
    Confidence,
    Framework,
    FrameworkStatus,
    Requirement,
)

STRUCTURAL = frozenset({"roles.deputies"})


def _requirement(name="1.1", check=CheckKind.MUST_COVER, needs=(), **given):
    facts = {"confidence": Confidence.HIGH, **given}
    return Requirement(
        name, "Deputies", "Text.", ("roles",), check, "", "A book", **facts, needs=needs
    )


def _framework(*requirements, note=""):
    return Framework(
        id="small",
        name="Small",
        publisher="Nobody",
        edition="First",
        published="2026",
        status=FrameworkStatus.NOT_YET_IN_FORCE,
        kind="guidance",
        licence="None",
        read_on=date(2026, 11, 21),
        requirements=requirements,
        note=note,
        aliases=("old",),
    )


@pytest.mark.parametrize(
    ("check", "needs", "by"),
    [
        (CheckKind.MUST_COVER, ("roles.deputies",), JudgedBy.STRUCTURE),
        (CheckKind.MUST_COVER, ("text.only", "roles.deputies"), JudgedBy.STRUCTURE),
        (CheckKind.MUST_COVER, ("text.only",), JudgedBy.WORDS),
        (CheckKind.MUST_COVER, (), JudgedBy.PERSON),
        (CheckKind.ATTEST, ("roles.deputies",), JudgedBy.PERSON),
        (CheckKind.LINK_EVIDENCE, (), JudgedBy.PERSON),
        (CheckKind.CROSS_REF, ("text.only",), JudgedBy.PERSON),
    ],
)
def test_a_verdict_rests_on_structure_words_or_a_person(check, needs, by):
    assert judged_by(_requirement(check=check, needs=needs), STRUCTURAL) is by


def test_what_is_withdrawn_is_not_counted():
    framework = _framework(
        _requirement("1", needs=("roles.deputies",)),
        _requirement("2", needs=("text.only",)),
        _requirement("3", withdrawn=True),
    )

    assert counts(framework, STRUCTURAL) == {
        JudgedBy.STRUCTURE: 1,
        JudgedBy.WORDS: 1,
        JudgedBy.PERSON: 0,
    }
    assert framework_data(framework, STRUCTURAL)["requirements"] == 2


def test_requirements_are_told_in_words():
    framework = _framework(
        _requirement("1", needs=("roles.deputies",)),
        _requirement("2", confidence=Confidence.MEMORY, withdrawn=True),
        note="Only a part.",
    )

    assert list(requirement_lines(framework, STRUCTURAL)) == [
        "Small, First",
        "Nobody, not yet in force",
        "Only a part.",
        "",
        "1  Deputies",
        "    must_cover, judged by structure, confidence high",
        "    A book",
        "2  Deputies (withdrawn)",
        "    must_cover, judged by person, confidence memory: verify before relying on this",
        "    A book",
    ]


def test_a_framework_without_a_note_has_no_line_for_it():
    lines = list(requirement_lines(_framework(_requirement()), STRUCTURAL))

    assert lines[:3] == ["Small, First", "Nobody, not yet in force", ""]


def test_a_requirement_for_programs_says_what_it_is_related_to():
    row = CrosswalkRow(
        "other", "9", "small", "1.1", Relation.SUBSET, "A table", SourceKind.OWN, Confidence.MEDIUM
    )
    requirement = _requirement(confidence=Confidence.MEMORY)

    data = requirement_data(_framework(requirement), requirement, STRUCTURAL, Crosswalk([row]))

    assert data["also"] == [
        {
            "framework": "other",
            "requirement": "9",
            "relation": "superset",
            "source": "A table",
            "source_kind": "own",
            "confidence": "medium",
        }
    ]
    assert (data["verify"], data["judged_by"], data["sections"]) == (True, "person", ["roles"])
