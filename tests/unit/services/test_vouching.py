"""What people vouch for, as steps of the plan's history."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from app.domain.judgement.vouching import Vouching
from app.domain.plan.assurance import Attestation, EvidenceRecord, Exclusion
from app.services.editing import EditingSession
from app.services.vouching import (
    Flaw,
    attest,
    exclude,
    flaws,
    include,
    link,
    linked,
    unlink,
    withdraw,
)
from tests.builders import plan_with, rid

KEY, OTHER = rid("nist-csf-2-0/RS.MA-01"), rid("iso/A.5.26")
TODAY = date(2026, 11, 23)
ATTESTED = Attestation(KEY, "Ada Byron", "Watched the exercise.", TODAY)
FILED = EvidenceRecord(rid("minutes"), "Minutes", "Intranet", TODAY, "Bob")
EXCLUDED = Exclusion(KEY, "No cards are taken.", "Ada Byron", TODAY)


def session(*records) -> EditingSession:
    return EditingSession(plan_with(*records))


def counts(plan, key=KEY):
    return Vouching(plan).of(plan, key)


def test_an_attestation_counts_until_it_is_taken_back():
    at = session()

    assert at.apply(attest(at.plan, ATTESTED), "Attest")
    assert counts(at.plan).attestation == ATTESTED

    assert at.apply(withdraw(at.plan, KEY), "Withdraw")
    assert not counts(at.plan).shown

    assert at.undo()
    assert counts(at.plan).attestation == ATTESTED


def test_a_later_attestation_replaces_the_earlier():
    at = session(ATTESTED)
    later = replace(ATTESTED, by="Bob", note="Again.")

    at.apply(attest(at.plan, later), "Attest")

    assert tuple(at.plan.attestations.values()) == (later,)


def test_evidence_can_show_several_requirements():
    at = session()

    at.apply(link(at.plan, FILED, KEY), "Link")
    at.apply(link(at.plan, at.plan.evidence[FILED.id], OTHER), "Link")

    assert at.plan.evidence[FILED.id].requirements == (KEY, OTHER)
    assert counts(at.plan).shown
    assert counts(at.plan, OTHER).shown


def test_linking_twice_changes_nothing():
    at = session(replace(FILED, requirements=(KEY,)))

    assert not at.apply(link(at.plan, at.plan.evidence[FILED.id], KEY), "Link")


def test_evidence_no_longer_linked_stays_on_file():
    at = session(replace(FILED, requirements=(KEY, OTHER)))

    at.apply(unlink(at.plan, FILED.id, KEY), "Unlink")

    assert at.plan.evidence[FILED.id].requirements == (OTHER,)
    assert not counts(at.plan).shown


def test_linked_names_records_that_do_not_count_yet():
    halfway = replace(FILED, where="", requirements=(KEY,))
    plan = plan_with(halfway)

    assert linked(plan, KEY) == (halfway,)
    assert linked(plan, OTHER) == ()
    assert not counts(plan).shown


def test_a_requirement_leaves_and_comes_back():
    at = session()

    at.apply(exclude(at.plan, EXCLUDED), "Not applicable")
    assert counts(at.plan).exclusion == EXCLUDED

    at.apply(include(at.plan, KEY), "Applies")
    assert counts(at.plan).exclusion is None


@pytest.mark.parametrize("take_back", [withdraw, include])
def test_there_is_nothing_to_take_back(take_back):
    assert take_back(plan_with(), KEY) == ()


@pytest.mark.parametrize("plan", [plan_with(), plan_with(replace(FILED, requirements=(OTHER,)))])
def test_there_is_nothing_to_unlink(plan):
    assert unlink(plan, FILED.id, KEY) == ()


@pytest.mark.parametrize("whole", [ATTESTED, FILED, EXCLUDED])
def test_what_says_all_has_no_flaw(whole):
    assert flaws(whole, TODAY) == {}


@pytest.mark.parametrize(
    ("record", "names"),
    [
        (Attestation(KEY), ["by", "note", "on"]),
        (replace(ATTESTED, note=" \n\t"), ["note"]),
        (replace(ATTESTED, by="\u200b\ufeff"), ["by"]),
        (EvidenceRecord(rid("e"), " "), ["what", "where", "on", "owner"]),
        (Exclusion(KEY, "\u2003"), ["reason"]),
    ],
)
def test_blanks_are_named_in_the_order_of_the_form(record, names):
    assert list(flaws(record, TODAY).items()) == [(name, Flaw.BLANK) for name in names]


@pytest.mark.parametrize("record", [ATTESTED, FILED, EXCLUDED])
def test_nobody_vouches_on_a_day_ahead(record):
    assert flaws(replace(record, on=TODAY + timedelta(days=1)), TODAY) == {"on": Flaw.AHEAD}


@pytest.mark.parametrize("record", [ATTESTED, FILED])
def test_what_has_no_flaw_counts(record):
    assert record.complete
    assert flaws(replace(record, on=None), TODAY)
    assert not replace(record, on=None).complete
