import csv
import io
from dataclasses import replace
from datetime import date

from app.domain.judgement.coverage import Verdict
from app.domain.judgement.requirements import CheckKind, Confidence
from app.domain.plan.assurance import Attestation, Exclusion, requirement_key
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.services.evidence.coverage_table import CONFIDENCES, MOST_QUOTED, VERDICTS, coverage_csv
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import MOBILE, TODAY, framework, judged, requirement, text

FRAMEWORK = framework(
    "plain",
    replace(
        requirement("p-1", "purpose", needs=("any-answer", "deputies")), source="Read on 1 May"
    ),
    requirement("p-2", "purpose", check=CheckKind.ATTEST, confidence=Confidence.MEMORY),
    requirement("p-3", "purpose"),
    requirement("p-4", "scope", needs=("fresh",)),
)
KEY = requirement_key("plain", "p-2")


def rows(*records):
    plan = plan_with(*records, profile=Profile(frameworks=("plain",)))
    made = coverage_csv(judged(plan, FRAMEWORK)).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(made, newline="")))


def test_every_requirement_says_what_is_there_and_what_is_missing():
    first, *_ = rows(text("purpose"), text("scope"), Answer(rid("why"), rid("purpose"), "Because"))

    assert (first["key"], first["framework"]) == ("plain/p-1", "plain (1)")
    assert first["requirement"] == "p-1 Title of p-1"
    assert first["asks for (in our words)"] == "Our words."
    assert first["verdict"] == "partly met"
    assert first["missing"]
    assert first["answered in sections"]
    assert "Because" in first["shown by"]
    assert first["source"] == "Read on 1 May"
    assert first["confidence"] == "high: the primary text was read"


def test_what_was_not_read_says_so_and_who_vouches_is_named():
    attested = Attestation(KEY, "Ada", "I saw it", date(2026, 3, 2))

    waiting, vouched = rows()[1], rows(attested)[1]

    assert waiting["verdict"] == "waits for a person"
    assert waiting["confidence"].startswith("from memory: verify")
    assert vouched["verdict"] == "met"
    assert vouched["vouched for"].startswith("Attested by Ada on ")


def test_what_was_taken_out_gives_the_reason():
    row = rows(Exclusion(KEY, "No turbines.", "Ada"))[1]

    assert (row["verdict"], row["why"]) == ("does not apply", "No turbines. (Ada)")


def test_long_quotations_are_cut_and_more_of_the_same_is_counted():
    answer = Answer(rid("why"), rid("purpose"), "x" * 500)
    people = [
        person(key, channels=(MOBILE,), verified_on=TODAY) for key in ("ada", "bob", "cy", "dan")
    ]

    made = rows(answer, role("lead"), *people)

    assert f"{'x' * MOST_QUOTED}…" in made[0]["shown by"]
    assert "x" * (MOST_QUOTED + 1) not in made[0]["shown by"]
    assert "more" in made[3]["shown by"]


def test_no_answer_of_a_plan_is_a_formula():
    row = rows(Answer(rid("why"), rid("purpose"), "=cmd|'/c calc'!A0"))[0]

    assert "=cmd" in row["shown by"]
    assert not any(cell.lstrip().startswith("=") for cell in row.values())


def test_every_verdict_and_confidence_has_words():
    assert VERDICTS.keys() == set(Verdict)
    assert CONFIDENCES.keys() == set(Confidence)
