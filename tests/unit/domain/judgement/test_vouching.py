from datetime import date
from typing import Any

import pytest

from app.domain.judgement.vouching import NOTHING, Vouched, Vouching
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.domain.plan.changes import apply, put, remove
from app.domain.plan.kinds import Kind
from tests.builders import person, plan_with, rid

KEY = rid("f/r")
DAY = date(2026, 3, 2)
ATTESTED = Attestation(KEY, "Ada", "I looked.", DAY)


def filed(key="e", *requirements, **fields):
    values: dict[str, Any] = {"where": "the register", "on": DAY, "owner": "Bob"} | fields
    return EvidenceRecord(rid(key), "Minutes", requirements=tuple(map(rid, requirements)), **values)


def of(*records, key=KEY):
    plan = plan_with(*records)
    return Vouching(plan).of(plan, key)


def test_nothing_counts_where_nobody_has_said_anything():
    assert of() == NOTHING
    assert not NOTHING.shown


def test_an_attestation_counts():
    assert of(ATTESTED) == Vouched(ATTESTED)
    assert of(ATTESTED).shown


@pytest.mark.parametrize(
    "halfway",
    [
        Attestation(KEY, " ", "I looked.", DAY),
        Attestation(KEY, "Ada", "", DAY),
        Attestation(KEY, "Ada", "I looked."),
    ],
)
def test_an_attestation_that_leaves_something_out_does_not_count(halfway):
    assert not of(halfway).shown


def test_evidence_counts_for_each_requirement_it_names():
    record = filed("e", "f/r", "f/s")

    assert of(record).evidence == (record,)
    assert of(record, key=rid("f/s")).evidence == (record,)
    assert of(record, key=rid("f/t")) == NOTHING


@pytest.mark.parametrize("gap", [{"where": ""}, {"on": None}, {"owner": " "}])
def test_evidence_nobody_could_find_does_not_count(gap):
    assert not of(filed("e", "f/r", **gap)).shown


def test_a_reason_counts_once_there_is_one():
    excluded = Exclusion(KEY, "No turbines.")

    assert of(excluded).exclusion == excluded
    assert of(Exclusion(KEY, " ")).exclusion is None
    assert not of(excluded).shown


def test_it_follows_edits_and_tells_which_requirements_they_concern():
    plan = plan_with(filed("a", "f/r"), filed("b", "f/r"))
    vouching = Vouching(plan)
    touched = []
    for edit in (
        lambda plan: put(plan, filed("a", "f/s")),
        lambda plan: remove(plan, Kind.EVIDENCE, rid("b")),
        lambda plan: put(plan, filed("c", "f/r", "f/r")),
        lambda plan: remove(plan, Kind.EVIDENCE, rid("c")),
        lambda plan: put(plan, ATTESTED),
        lambda plan: put(plan, Exclusion(rid("f/x"), "No.")),
        lambda plan: put(plan, person("ada")),
    ):
        changes = (edit(plan),)
        plan = apply(plan, changes)
        touched.append(vouching.update(changes))
        for key in ("f/r", "f/s", "f/x"):
            assert vouching.of(plan, rid(key)) == Vouching(plan).of(plan, rid(key))

    assert touched == [{"f/r", "f/s"}, {"f/r"}, {"f/r"}, {"f/r"}, {"f/r"}, {"f/x"}, set()]
