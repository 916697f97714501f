"""What is said of a history, whole or tampered with."""

import json
from dataclasses import replace

import pytest

from app.domain.lifecycle.auditing import History, Weight, anchored, audited, head_of
from app.domain.lifecycle.chain import Entry, Head, chained
from app.domain.lifecycle.content import Stored, digest
from app.domain.plan.acts import Deed
from app.domain.plan.codec import record_data
from tests.unit.domain.lifecycle.approving.acts import act

RECORDS = (Stored("people", "ada", '{"name":"Ada"}'),)
NOW = (Stored("people", "ada", '{"name":"Ada Byron"}'),)
EDIT = {
    "kind": "people",
    "id": "ada",
    "before": {"name": "Ada"},
    "after": {"name": "Ada Byron"},
    "at": 0,
    "was": 0,
}


def entry(number, changes, at="2026-11-30T09:00:00.000+00:00"):
    return Entry(number, f"r-{number}", at, "Ann", "Edit", json.dumps(changes))


CREATED = entry(1, [{"created": 1, "content": digest(RECORDS)}])
EDITED = entry(2, [EDIT], "2026-11-30T09:05:00.000+00:00")


def history(*entries, records=NOW, links=None):
    return History("plan-x", entries, tuple(links or chained(entries)), records)


def codes(found):
    return [remark.code for remark in found.remarks]


def ended(told: History) -> Head:
    head = head_of(told)
    assert head is not None
    return head


WHOLE = history(CREATED, EDITED)


def test_a_whole_history_leads_back_to_its_seal():
    found = audited(WHOLE)

    assert (found.remarks, found.whole, found.sealed_from) == ((), True, 1)
    assert found.head == Head("plan-x", 2, WHOLE.links[-1].hash, digest(NOW))


def test_a_history_may_be_sealed_later_than_it_began():
    first = entry(1, [{"created": 1}])
    seal = entry(2, [{"sealed": 1, "content": digest(NOW)}])

    found = audited(history(first, seal))

    assert found.sealed_from == 2
    assert (codes(found), found.whole) == (["audit.sealed-later"], True)


@pytest.mark.parametrize("before", [(CREATED,), (CREATED, EDITED)])
def test_a_program_that_seals_from_the_start_never_states_the_content_anew(before):
    forged = (Stored("people", "eve", "{}"),)
    seal = entry(len(before) + 1, [{"sealed": 1, "content": digest(forged)}])

    found = audited(history(*before, seal, records=forged))

    assert "audit.sealed-again" in codes(found)
    assert not found.whole


def test_a_file_of_an_earlier_release_has_no_chain():
    found = audited(replace(WHOLE, links=()))

    assert (codes(found), found.head) == (["audit.unchained"], None)
    assert not found.whole
    assert head_of(replace(WHOLE, links=())) is None


def altered(**fields):
    return replace(WHOLE, entries=(CREATED, replace(EDITED, **fields)))


@pytest.mark.parametrize(
    ("tampered", "expected"),
    [
        (altered(actor="Bob"), ["audit.altered"]),
        (altered(label="Nothing"), ["audit.altered"]),
        (altered(at="2026-12-01T09:00:00.000+00:00"), ["audit.altered"]),
        (altered(changes="[]"), ["audit.altered", "audit.content"]),
        (altered(changes="{"), ["audit.altered", "audit.content"]),
        (altered(changes="[{}]"), ["audit.altered", "audit.content"]),
        (altered(changes="[" * 100_000), ["audit.altered", "audit.content"]),
        (replace(WHOLE, records=RECORDS), ["audit.content"]),
        (replace(WHOLE, records=()), ["audit.content"]),
        (replace(WHOLE, records=(*NOW, Stored("roles", "x", "{}"))), ["audit.content"]),
        (replace(WHOLE, entries=(CREATED,)), ["audit.cut", "audit.content"]),
        (replace(WHOLE, links=WHOLE.links[:1]), ["audit.unsealed"]),
        (replace(WHOLE, entries=(EDITED,)), ["audit.gap", "audit.broken", "audit.cut"]),
    ],
)
def test_what_was_tampered_with_is_found(tampered, expected):
    found = audited(tampered)

    assert [code for code in expected if code not in codes(found)] == []
    assert not found.whole
    assert all(remark.text.endswith(".") for remark in found.remarks)


def test_a_link_that_follows_another_is_broken():
    foreign = (WHOLE.links[0], replace(WHOLE.links[1], prev="0" * 64))

    assert codes(audited(replace(WHOLE, links=foreign))) == ["audit.broken"]


def test_a_clock_set_back_is_noted_and_no_breach():
    early = entry(2, [EDIT], "2026-11-30T08:00:00.000+00:00")

    found = audited(history(CREATED, early))

    assert (codes(found), found.whole) == (["audit.clock"], True)


def test_without_any_seal_the_content_cannot_be_compared():
    found = audited(history(entry(1, []), records=()))

    assert codes(found) == ["audit.no-seal"]


def test_a_head_from_outside_is_found_again():
    head = ended(history(CREATED, records=RECORDS))

    said = anchored(WHOLE, head)

    assert (said.code, said.weight, said.revision) == ("audit.anchored", Weight.NOTE, 1)


def test_a_chain_written_anew_is_told_by_a_head_from_outside_alone():
    head = ended(WHOLE)
    forged = history(CREATED, replace(EDITED, actor="Bob"))

    assert audited(forged).whole
    assert anchored(forged, head).code == "audit.rewritten"


def test_a_history_that_lost_its_end_is_told_by_a_head_from_outside_alone():
    cut = history(CREATED, records=RECORDS)

    assert audited(cut).whole
    assert anchored(cut, ended(WHOLE)).code == "audit.cut"


def test_a_head_of_another_plan_says_so():
    assert anchored(WHOLE, replace(ended(WHOLE), plan="plan-y")).code == "audit.other-plan"


KEPT = "ab" * 32
FILED = Stored("files", KEPT, '{"name":"plan.pdf"}')
HASHED = Stored("files", "cd" * 32, '{"inside":false,"name":"photo.png"}')


def test_kept_files_are_those_the_records_name():
    told = replace(sealed_with(FILED, HASHED), kept={KEPT: KEPT})

    assert audited(told).remarks == ()


@pytest.mark.parametrize(
    ("records", "kept", "code"),
    [
        ((FILED,), {KEPT: "00" * 32}, "audit.file-altered"),
        ((FILED,), {}, "audit.file-missing"),
        ((), {KEPT: KEPT}, "audit.file-unknown"),
        ((HASHED,), {HASHED.id: HASHED.id}, "audit.file-unknown"),
        ((Stored("files", KEPT, "no"),), {KEPT: KEPT}, "audit.file-unknown"),
        ((Stored("files", KEPT, "[]"),), {KEPT: KEPT}, "audit.file-unknown"),
    ],
)
def test_other_bytes_are_a_breach(records, kept, code):
    assert codes(audited(replace(sealed_with(*records), kept=kept))) == [code]


def test_an_act_that_was_not_allowed_is_a_breach():
    body = json.dumps(record_data(act(Deed.APPROVED)))

    found = audited(sealed_with(Stored("acts", "act-000001", body)))

    assert codes(found) == ["audit.unlawful"]
    assert found.remarks[0].text == (
        "The act act-000001 was not allowed. No version is in review: submit one first."
    )


def sealed_with(*records: Stored) -> History:
    """A file that was created with these records."""
    created = entry(1, [{"created": 1, "content": digest(records)}])
    return History("plan-x", (created,), tuple(chained([created])), records)
