import csv
import io
from datetime import date

from app.domain.judgement.findings import Weight
from app.domain.plan.governance import AcceptedFinding
from app.services.evidence.findings_table import WEIGHTS, findings_csv
from tests.builders import person, plan_with
from tests.unit.domain.judgement.subjects import judged, text


def rows(*records):
    judgement = judged(plan_with(*records))
    made = findings_csv(judgement).decode("utf-8-sig")
    return judgement, list(csv.DictReader(io.StringIO(made, newline="")))


def test_each_open_finding_is_told_with_what_to_do():
    judgement, made = rows(text("purpose", "TODO"), person("ada"))

    assert len(made) == len(judgement.findings()) > 1
    first, finding = made[0], judgement.findings()[0]
    assert (first["state"], first["code"]) == ("open", finding.code)
    assert first["record"] == f"{finding.kind.value}/{finding.record}"
    assert (first["finding"], first["what to do"]) == (finding.reason, finding.fix)
    assert first["weight"] == WEIGHTS[finding.weight]
    assert {row["section"] for row in made} >= {"Purpose"}


def test_an_accepted_finding_says_by_whom_and_why():
    judgement, _ = rows(text("purpose", "TODO"))
    finding = next(one for one in judgement.findings() if one.weight is Weight.WARN)
    accepted = AcceptedFinding(finding.key, "=We know", "Ada", date(2026, 5, 1))

    _, made = rows(text("purpose", "TODO"), accepted)

    [row] = [one for one in made if one["state"] == "accepted"]
    assert (row["code"], row["accepted by"]) == (finding.code, "Ada")
    assert (row["accepted on"], row["accepted because"]) == ("2026-05-01", "'=We know")


def test_every_weight_has_words():
    assert WEIGHTS.keys() == set(Weight)
