from datetime import date
from typing import Any

from app.cli.check_report import report, requirement_lines
from app.domain.judgement.engine import Judgement
from app.domain.judgement.requirements import CheckKind, Confidence
from app.domain.judgement.standards import Standards
from app.domain.plan.assurance import Attestation, EvidenceRecord
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from tests.builders import person, plan_with, rid
from tests.unit.domain.judgement.elements.shelf import ELEMENTS
from tests.unit.domain.judgement.subjects import (
    EMAIL,
    TEMPLATE,
    TODAY,
    framework,
    requirement,
    text,
)

DAY = date(2026, 11, 1)
PACK = framework(
    "pack",
    requirement("r-1", "contacts", needs=("fresh",)),
    requirement("r-2", "purpose", check=CheckKind.ATTEST, needs=("mixed",)),
    requirement("r-3", "purpose", needs=("matrix",), confidence=Confidence.MEMORY),
)
RECORDS = (
    text("purpose", f"See CSF 2.0 {'and so on ' * 20}."),
    Answer(rid("why"), rid("purpose"), "Because."),
    person("ada", verified_on=DAY, channels=(EMAIL,)),
    person("bob", verified_on=DAY, channels=(EMAIL,)),
    Attestation(rid("pack/r-2"), "Ada", "Read it.", DAY),
    EvidenceRecord(rid("e-1"), "Minutes", "the shelf", DAY, "Bob", (rid("pack/r-2"),)),
)


def judged(*records):
    profile = Profile(frameworks=("pack",))
    plan = plan_with(*records, profile=profile)
    return Judgement(plan, TEMPLATE, Standards((PACK,), ELEMENTS), TODAY)


def test_each_requirement_says_where_the_plan_shows_it():
    assert list(requirement_lines(judged(*RECORDS), PACK)) == [
        "MET      r-1  Title of r-1",
        "         The plan has a fresh.",
        "         - contacts: Ada and 1 more",
        "MET      r-2  Title of r-2",
        "         The plan has a mixed. Attested by Ada on 1 November 2026: Read it. On file: "
        "Minutes, dated 1 November 2026, the shelf; owner: Bob.",
        "         - Purpose: Because.",
        "         - Purpose: See CSF 2.0 and so on and so on and so on and so on and so on and so "
        "on and so on and so o…",
        "NOT MET  r-3  Title of r-3",
        "         Missing: a matrix (there is no matrix).",
        "         Verify before relying on this: the requirement is cited from memory.",
    ]


def test_a_program_gets_the_same_in_parts():
    whole: dict[str, Any] = report(judged(*RECORDS), (PACK,))
    rows = whole["coverage"]["pack"]

    assert rows["r-1"] == {
        "verdict": "met",
        "reason": "The plan has a fresh.",
        "confidence": "high",
        "elements": [
            {
                "id": "fresh",
                "label": "a fresh",
                "state": "met",
                "gaps": [],
                "found": [
                    {
                        "record": "people/ada",
                        "section": "contacts",
                        "question": "",
                        "quote": "Ada",
                        "more": 1,
                    }
                ],
            }
        ],
        "attestation": None,
        "evidence": [],
    }
    assert rows["r-2"]["attestation"]["by"] == "Ada"
    assert [item["what"] for item in rows["r-2"]["evidence"]] == ["Minutes"]
    assert rows["r-3"]["elements"][0]["gaps"] == ["there is no matrix"]


def test_only_the_frameworks_asked_for_are_reported():
    assert report(judged(*RECORDS), ())["coverage"] == {}
