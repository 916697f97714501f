from dataclasses import replace

import pytest

from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion, requirement_key
from tests.builders import NOON, rid

DAY = NOON.date()
ATTESTED = Attestation(rid("nis2/23.4.a"), "Ada Byron", "Read the file.", DAY)
FILED = EvidenceRecord(rid("minutes"), "Minutes", "Policy library", DAY, "Ada Byron")


def test_a_requirement_is_named_by_its_framework_and_its_own_id():
    assert requirement_key("pci-dss-4-0-1", "12.8.5/12.9") == "pci-dss-4-0-1/12.8.5/12.9"


def test_a_person_vouches_with_a_name_a_note_and_a_day():
    assert ATTESTED.complete


@pytest.mark.parametrize("gap", [{"by": " "}, {"note": ""}, {"note": "\n"}, {"on": None}])
def test_an_attestation_that_leaves_one_of_them_open_does_not_count(gap):
    assert not replace(ATTESTED, **gap).complete


def test_evidence_says_what_it_is_where_of_which_day_and_whose():
    assert FILED.complete
    assert FILED.requirements == ()


@pytest.mark.parametrize("gap", [{"what": " "}, {"where": ""}, {"owner": "\t"}, {"on": None}])
def test_evidence_that_leaves_one_of_them_open_does_not_count(gap):
    assert not replace(FILED, **gap).complete


def test_what_does_not_apply_has_a_reason_and_may_name_nobody():
    excluded = Exclusion(rid("nis2/23.4.a"), "No such service.")

    assert (excluded.by, excluded.on) == ("", None)
