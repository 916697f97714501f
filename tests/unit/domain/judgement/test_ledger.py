from collections.abc import Iterable
from dataclasses import replace
from typing import Any

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
from app.domain.plan.classification import SampleIncident, SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import AcceptedFinding
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.people import Party, PartyKind
from app.domain.plan.plan import Kind, Plan, Record, kind_of
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from app.domain.plan.sections import SECTION_KEYS
from app.domain.plan.trees import CommunicationTree, NodeTarget, TreeNode
from app.services.editing import EditingSession
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import (
    PROFILES,
    RECORDS,
    TEMPLATE,
    TODAY,
    matrix,
    severities,
    text,
)

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
        parts = ledger.update(context(apply(PLAN, changes)), reach_of(changes))
        return {section for section, _ in parts}

    assert update(put(PLAN, role("lead", "Lead", authority=("All",)))) == {"roles"}
    assert update(put(PLAN, LEAD)) == {"roles"}
    assert update(put(PLAN, LEAD)) == set()
    assert update(put(PLAN, COMMS, 0)) == {"roles"}


def test_an_update_names_the_part_of_a_finding_that_is_accepted():
    ledger = Ledger(context(PLAN))
    [finding] = [each for each in ledger if each.code == "role.no-duties"][:1]
    accepted = put(PLAN, AcceptedFinding(finding.key, "Known.", "Ada", TODAY))
    plan = apply(PLAN, (accepted,))

    [part] = ledger.update(context(plan), reach_of((accepted,)))

    assert part in ledger.parts("roles")
    assert finding in ledger.of_part(part)
    reworded = put(plan, AcceptedFinding(finding.key, "Well known.", "Ada", TODAY))
    assert ledger.update(context(apply(plan, (reworded,))), reach_of((reworded,))) == set()


def test_a_record_taken_out_and_put_back_elsewhere_takes_its_findings_with_it():
    ledger = Ledger(context(PLAN))
    before = [each.record for each in ledger.of_section("roles") if each.code == "role.no-duties"]
    out = remove(PLAN, Kind.ROLE, before[0])
    back = put(apply(PLAN, (out,)), PLAN.roles[before[0]])
    plan = apply(PLAN, (out, back))

    parts = ledger.update(context(plan), reach_of((out, back)))

    after = [each.record for each in ledger.of_section("roles") if each.code == "role.no-duties"]
    assert after == [*before[1:], before[0]]
    assert {section for section, _ in parts} == {"roles"}


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
        assert changed <= {section for section, _ in named}
        for key in changed:
            assert ledger.of_section(key) == fresh.of_section(key)
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


THREE, ONE = Duration(3, TimeUnit.HOURS), Duration(1, TimeUnit.HOURS)
LEVEL = SeverityLevel(rid("sev-7"), "S7", 7, informed=(rid("lead"),))
RESPOND: dict[str, Any] = {"respond_in_hours": ONE, "respond_out_of_hours": ONE}
ESCALATE: dict[str, Any] = {"escalate_in_hours": ONE, "escalate_out_of_hours": ONE}
DUTY = Obligation(rid("gdpr"), "GDPR breach", steps=(ObligationStep("Notice", THREE),))
OTHER_LIMIT = (ObligationStep("Notice", ONE),)
TIMED = plan_with(
    LEVEL,
    DUTY,
    role("lead"),
    text("notification", "The GDPR notice is sent within 3 hours."),
    Playbook(rid("leak"), "Leak", floor=rid("sev-7")),
    PlaybookStep(rid("s-1"), rid("leak"), Phase.CONTAIN, "Look.", within=THREE),
    PlaybookStep(rid("s-2"), rid("leak"), Phase.CONTAIN, "Escalate it.", within=THREE),
    PlaybookStep(rid("s-3"), rid("leak"), Phase.CLOSE, "Send the GDPR notice within 3 hours."),
    CommunicationTree(rid("t"), "Activation", starts_at=rid("sev-7")),
    TreeNode(rid("n"), rid("t"), None, NodeTarget.ROLE, "lead", allowed=THREE),
    SampleIncident(rid("flood"), "A flood", rid("imp-1"), rid("urg-1"), rid("sev-7")),
    *matrix([[1]]),
    *severities("High"),
)
"""A plan that keeps all its times."""


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        (LEVEL, replace(LEVEL, **RESPOND), {"time.playbook"}),
        (LEVEL, replace(LEVEL, **ESCALATE), {"time.playbook", "time.tree"}),
        (
            replace(LEVEL, informed=(rid("other"),), **ESCALATE),
            replace(LEVEL, **ESCALATE),
            {"time.tree"},
        ),
        (replace(LEVEL, **RESPOND), replace(LEVEL, name="Odd", **RESPOND), {"time.playbook"}),
        (
            replace(LEVEL, **ESCALATE),
            replace(LEVEL, name="Odd", **ESCALATE),
            {"time.playbook", "time.tree"},
        ),
        (LEVEL, replace(LEVEL, name="Odd"), {"sample.elsewhere"}),
        (DUTY, replace(DUTY, steps=OTHER_LIMIT), {"time.step-obligation", "time.obligation"}),
        (
            replace(DUTY, name="Breach", steps=OTHER_LIMIT),
            replace(DUTY, steps=OTHER_LIMIT),
            {"time.step-obligation", "time.obligation"},
        ),
        (
            replace(DUTY, steps=OTHER_LIMIT),
            replace(DUTY, name="GDPR leak", steps=OTHER_LIMIT),
            {"time.step-obligation", "time.obligation"},
        ),
    ],
)
def test_what_decides_or_words_a_finding_brings_it_up_to_date(before, after, codes):
    plan = apply(TIMED, (put(TIMED, before),))
    ledger = Ledger(context(plan))
    known = set(ledger)
    change = put(plan, after)
    now = context(apply(plan, (change,)))

    ledger.update(now, reach_of((change,)))

    assert list(ledger) == list(Ledger(now))
    assert {each.code for each in known ^ set(ledger)} >= codes
