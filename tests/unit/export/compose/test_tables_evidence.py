from app.domain.plan.assurance import EvidenceRecord, requirement_key
from app.export.compose.tables.evidence import evidence
from tests.builders import NOON, plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, only_table, rows

NAMES = {"nist": "NIST CSF 2.0"}


def test_without_evidence_there_is_no_register():
    assert evidence(scribe(plan_with()), NAMES) == ()


def test_evidence_says_what_it_is_where_whose_and_what_it_shows():
    filed = EvidenceRecord(
        rid("e"),
        "Minutes of June",
        "Policy library",
        NOON.date(),
        "Ada",
        (
            requirement_key("nist", "GV.OV"),
            requirement_key("pci", "12.8.5/12.9"),
            requirement_key("nist", "ID.IM"),
        ),
    )

    assert rows(only_table(evidence(scribe(plan_with(filed)), NAMES))) == [
        (
            "Minutes of June",
            "Policy library",
            "Ada\n21 November 2026",
            "NIST CSF 2.0: GV.OV, ID.IM\npci: 12.8.5/12.9",
        )
    ]


def test_what_is_missing_leaves_a_gap_and_no_requirement_leaves_none():
    assert rows(only_table(evidence(scribe(plan_with(EvidenceRecord(rid("e"), ""))), NAMES))) == [
        (GAP, GAP, GAP, "")
    ]
