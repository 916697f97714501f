from collections.abc import Iterable
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.judgement.context import Context, all_answers
from app.domain.judgement.findings import Weight
from app.domain.judgement.ledger import Ledger
from app.domain.judgement.linkage import Linkage
from app.domain.judgement.linting import RECORD_RULES
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import RecordChange, apply, put, remove
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import SECTION_KEYS
from app.domain.plan.trees import NodeTarget, TreeNode
from app.services.editing import EditingSession
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import PROFILES, RECORDS, TEMPLATE, TODAY, text

LEAD, COMMS = role("lead", "Lead"), role("comms", "Comms")
SCOPE = text("scope", "[](role:lead)")
PLAN = plan_with(LEAD, COMMS, person("ada"), SCOPE, text("purpose"))


def context(plan: Plan) -> Context:
    return Context(plan, all_answers(plan), TEMPLATE, TODAY, Linkage(plan))


def edited(*changes: RecordChange, sections: Iterable[str] = ()) -> Ledger:
    ledger = Ledger(context(PLAN))
    stale = [rid(key) for key in sections]
    ledger.update(context(apply(PLAN, changes)), reach_of(changes), stale)
    return ledger


def records(ledger: Ledger, code: str) -> list[str]:
    return [finding.record for finding in ledger if finding.code == code]


@pytest.fixture
def judgings(monkeypatch):
    """Which records each rule judges, after the first time."""
    seen: list[tuple[str, str]] = []

    def watched(rule):
        judge = rule.judge

        def noting(context, record):
            seen.append((rule.code, record.id))
            return judge(context, record)

        return replace(rule, judge=noting)

    rules = tuple(map(watched, RECORD_RULES))
    monkeypatch.setattr("app.domain.judgement.ledger.RECORD_RULES", rules)
    return seen


def update(judgings, *changes, sections=(), plan=PLAN):
    ledger = Ledger(context(plan))
    judgings.clear()
    stale = [rid(key) for key in sections]
    ledger.update(context(apply(plan, changes)), reach_of(changes), stale)
    return judgings


def test_an_edit_judges_its_own_record_and_no_other(judgings):
    seen = update(judgings, put(PLAN, role("lead", "Leader", duties=("Lead",))))

    assert {key for _, key in seen} == {"lead"}
    assert len(seen) == sum(rule.kind is Kind.ROLE for rule in RECORD_RULES)


def test_a_record_that_comes_or_goes_judges_whoever_asks_whether_it_is_there(judgings):
    plan = apply(PLAN, (put(PLAN, role("lead", "Lead", holder=rid("bob"))),))

    added = set(update(judgings, put(plan, person("bob")), plan=plan))
    plan = apply(plan, (put(plan, person("bob")),))
    removed = set(update(judgings, remove(plan, Kind.PERSON, rid("bob")), plan=plan))

    for seen in (added, removed):
        assert ("role.no-holder", "lead") in seen
        assert {key for code, key in seen if code.startswith("role.no")} == {"lead"}
        assert not any(code == "text.dead-reference" for code, _ in seen)


def test_a_text_is_judged_again_when_the_record_it_refers_to_comes_or_goes(judgings):
    seen = update(judgings, remove(PLAN, Kind.ROLE, rid("lead")))

    assert [key for code, key in seen if code == "text.dead-reference"] == ["scope"]


def test_an_edited_record_leaves_whoever_asks_whether_it_is_there_alone(judgings):
    plan = apply(PLAN, (put(PLAN, role("lead", "Lead", holder=rid("ada"))),))

    seen = update(judgings, put(plan, person("ada", "Ada Bell")), plan=plan)

    assert {key for _, key in seen} == {"ada"}


def test_a_record_is_judged_again_when_one_that_it_looks_at_changes(judgings):
    calls = TreeNode(rid("n-1"), rid("t"), None, NodeTarget.ROLE, "lead")
    other = TreeNode(rid("n-2"), rid("t"), None, NodeTarget.ROLE, "comms")
    plan = plan_with(role("lead", holder=rid("ada")), role("comms"), person("ada"), calls, other)

    seen = update(judgings, put(plan, person("ada", "Ada Bell")), plan=plan)

    assert {key for code, key in seen if code == "tree.unreachable"} == {"n-1"}


def test_a_record_is_judged_again_when_one_that_names_it_turns_elsewhere(judgings):
    step = PlaybookStep(rid("s-1"), rid("ransom"), Phase.CLOSE, "Close it.")
    plan = plan_with(*[Playbook(rid(key), key) for key in ("ransom", "leak", "loss")], step)

    seen = update(judgings, put(plan, replace(step, playbook=rid("leak"))), plan=plan)

    assert sorted(key for code, key in seen if code == "playbook.empty") == ["leak", "ransom"]


def test_a_section_judged_again_is_judged_by_the_rules_that_follow_answers(judgings):
    seen = update(judgings, sections=["purpose"])

    assert (
        set(seen)
        == {(rule.code, "purpose") for rule in RECORD_RULES if rule.follows_answers}
        > {("answer.open", "purpose"), ("text.open-variable", "purpose")}
    )


def test_findings_of_a_removed_record_go():
    ledger = edited(remove(PLAN, Kind.ROLE, rid("lead")))

    assert records(ledger, "role.no-holder") == ["comms"]
    assert records(ledger, "text.dead-reference") == ["scope"]


def test_findings_follow_the_order_of_the_table():
    moved = edited(put(PLAN, COMMS, 0))
    inserted = edited(put(PLAN, role("legal"), 1))
    mended = edited(put(PLAN, role("lead", duties=("Lead",))), put(PLAN, role("lead")))

    assert records(moved, "role.no-duties") == ["comms", "lead"]
    assert records(inserted, "role.no-duties") == ["lead", "legal", "comms"]
    assert records(mended, "role.no-duties") == ["lead", "comms"]


def test_findings_are_counted_by_weight():
    ledger = edited(put(PLAN, text("scope", "TODO")))
    known = list(ledger)

    for weight in Weight:
        assert ledger.count(weight) == sum(finding.weight is weight for finding in known) > 0
        assert ledger.count(weight, accepted=True) == 0


def test_an_accepted_finding_is_counted_apart_until_it_is_taken_back():
    key = rid("role.no-duties/roles/lead")
    accepted = AcceptedFinding(key, "Known.", "Ada", TODAY)
    plan = apply(PLAN, (put(PLAN, accepted),))
    opened = Ledger(context(PLAN)).count(Weight.WARN)

    ledger = edited(put(PLAN, accepted))

    assert ledger.count(Weight.WARN, accepted=True) == 1
    assert ledger.count(Weight.WARN) == opened - 1 == Ledger(context(plan)).count(Weight.WARN)

    taken_back = (remove(plan, Kind.ACCEPTED, key),)
    ledger.update(context(PLAN), reach_of(taken_back))
    assert ledger.count(Weight.WARN, accepted=True) == 0
    assert ledger.count(Weight.WARN) == opened


def test_findings_can_be_had_by_section_and_by_record():
    ledger = Ledger(context(PLAN))
    known = list(ledger)

    assert ledger.of_section("roles") == tuple(each for each in known if each.section == "roles")
    assert ledger.of_section("nowhere") == ()
    assert {each.code for each in ledger.of_record(Kind.PERSON, rid("ada"))} == {
        "contact.no-channel",
        "contact.unverified",
    }
    assert ledger.of_record(Kind.PERSON, rid("lead")) == ()


def test_an_update_names_the_sections_whose_findings_changed():
    ledger = Ledger(context(PLAN))

    def update(*changes):
        return ledger.update(context(apply(PLAN, changes)), reach_of(changes))

    assert update(put(PLAN, role("lead", "Lead", authority=("All",)))) == {"roles"}
    assert update(put(PLAN, LEAD)) == {"roles"}
    assert update(put(PLAN, LEAD)) == set()
    assert update(put(PLAN, COMMS, 0)) == {"roles"}


def test_what_is_counted_follows_each_edit():
    insurer = Party(rid("a"), "A", PartyKind.INSURER)
    other = Party(rid("b"), "B", PartyKind.INSURER)
    session, found = EditingSession(plan_with(insurer)), []
    ledger = Ledger(context(session.plan))

    def judge(change):
        ledger.update(context(session.plan), reach_of(change.changes))
        found.append("party.no-insurer" in {each.code for each in ledger})

    session.subscribe(judge)
    session.apply((put(session.plan, other),), "second")
    session.apply((remove(session.plan, Kind.PARTY, rid("a")),), "one less")
    session.apply((put(session.plan, replace(other, kind=PartyKind.CSIRT)),), "none")
    session.undo()

    assert found == [False, False, True, False]


EDITS = st.lists(
    st.tuples(
        RECORDS | PROFILES,
        st.sampled_from(["put", "put", "put", "move", "remove"]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=40,
)


def prepared(plan: Plan, record: Record, what: str, place: int) -> tuple[RecordChange, ...]:
    """The edit, which has no effect where it asks for what cannot be."""
    kind = kind_of(record)
    if kind is Kind.PROFILE or what == "put":
        return (put(plan, record),)
    if what == "move":
        return (put(plan, record, place),)
    return (remove(plan, kind, record.id),) if record.id in plan.table(kind) else ()


@settings(max_examples=60, deadline=None)
@given(EDITS, st.integers(1, 5))
def test_after_any_edits_the_ledger_is_that_of_a_plan_judged_anew(edits, together):
    session = EditingSession(plan_with(text("purpose"), text("scope")))
    linkage = Linkage(session.plan)
    ledger = Ledger(context(session.plan))

    def judge(change):
        linkage.update(change.changes)
        now = replace(context(session.plan), linkage=linkage)
        known = {key: ledger.of_section(key) for key in SECTION_KEYS}
        named = ledger.update(now, reach_of(change.changes), session.plan.sections)
        fresh = Ledger(context(session.plan))
        assert list(ledger) == list(fresh)
        changed = {key for key in SECTION_KEYS if ledger.of_section(key) != known[key]}
        assert changed <= named
        for weight in Weight:
            for accepted in (False, True):
                count = ledger.count(weight, accepted=accepted)
                assert count == fresh.count(weight, accepted=accepted)

    session.subscribe(judge)
    for at in range(0, len(edits), together):
        plan, changes = session.plan, list[RecordChange]()
        for edit in edits[at : at + together]:
            made = prepared(plan, *edit)
            changes += made
            plan = apply(plan, made)
        session.apply(tuple(changes), "edit")
