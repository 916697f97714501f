import json
from dataclasses import replace

from app.domain.lifecycle.chain import Entry
from app.domain.lifecycle.content import Stored
from app.domain.lifecycle.lawfulness import UNREADABLE, unlawful
from app.domain.plan.acts import Act, Deed
from app.domain.plan.codec import record_data
from app.domain.plan.ids import RecordId
from tests.unit.domain.lifecycle.approving.acts import act
from tests.unit.domain.lifecycle.approving.cases import ALLOWED, EMERGENCY, ISSUED, WITH_REVIEW


def stored(*said: Act) -> list[Stored]:
    numbered = (
        replace(one, id=RecordId(f"act-{number:06}"), revision=number + 1)
        for number, one in enumerate(said, start=1)
    )
    return [Stored("acts", one.id, json.dumps(record_data(one))) for one in numbered]


def entry(number: int, actor: str, kind: str = "sections") -> Entry:
    return Entry(number, f"r{number}", "t", actor, "l", json.dumps([{"kind": kind}]))


ANN = (entry(1, "Ann"),)


def test_what_is_allowed_is_lawful():
    for said, one in ALLOWED:
        assert list(unlawful(stored(*said, one), ANN)) == []


def test_what_is_not_is_told_with_its_reason():
    (found,) = unlawful([Stored("people", "x", "{}"), *stored(*WITH_REVIEW, act(Deed.ISSUED))], ANN)

    assert found[0] == "act-000003"
    assert found[1] == "0 of 2 approvals are given."


def test_authors_of_the_time_are_looked_at():
    carl = (*ANN, entry(2, "Carl"))

    assert [key for key, _ in unlawful(stored(*ISSUED), carl)] == [
        "act-000001",
        "act-000003",
    ]
    assert list(unlawful(stored(*ISSUED), (*ANN, entry(99, "Carl")))) == []


def test_a_review_afterwards_is_about_who_wrote_that_version():
    said = stored(*EMERGENCY, act(Deed.ISSUED_IN_EMERGENCY, version="2.0", by="Dora"))
    late = stored(
        *EMERGENCY,
        act(Deed.ISSUED_IN_EMERGENCY, version="2.0", by="Dora"),
        act(Deed.REVIEWED_AFTERWARDS),
    )
    wrote_second = (*ANN, entry(3, "Rita"))
    wrote_first = (*ANN, entry(2, "Rita"))

    assert list(unlawful(said, ANN)) == []
    assert list(unlawful(late, wrote_second)) == []
    assert [key for key, _ in unlawful(late, wrote_first)] == ["act-000003"]


def test_what_is_no_act_ends_the_story():
    for body in ("no", "[]", '{"deed":"adored"}'):
        records = [*stored(*ISSUED[:1]), Stored("acts", "x", body), *stored(*WITH_REVIEW)]

        assert list(unlawful(records, ANN)) == [("x", UNREADABLE)]


def test_revisions_that_say_nothing_have_no_authors():
    broken = (replace(entry(1, "Carl"), changes="no"),)

    assert list(unlawful(stored(*ISSUED), broken)) == []
