from collections.abc import Iterable

import pytest

from app.domain.judgement.context import Context
from app.domain.judgement.ledger import Ledger
from app.domain.judgement.linting import RECORD_RULES
from app.domain.judgement.reach import reach_of
from app.domain.plan.changes import RecordChange, apply, put, remove
from app.domain.plan.plan import Kind, Plan
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.subjects import TEMPLATE, TODAY, text

LEAD, COMMS = role("lead", "Lead"), role("comms", "Comms")
SCOPE = text("scope", "[](role:lead)")
PLAN = plan_with(LEAD, COMMS, person("ada"), SCOPE, text("purpose"))


def context(plan: Plan) -> Context:
    return Context(plan, {}, TEMPLATE, TODAY)


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

        return type(rule)(
            rule.code, rule.kind, noting, rule.reads, rule.looks_up, rule.follows_answers
        )

    rules = tuple(map(watched, RECORD_RULES))
    monkeypatch.setattr("app.domain.judgement.ledger.RECORD_RULES", rules)
    return seen


def update(judgings, *changes, sections=()):
    ledger = Ledger(context(PLAN))
    judgings.clear()
    stale = [rid(key) for key in sections]
    ledger.update(context(apply(PLAN, changes)), reach_of(changes), stale)
    return judgings


def test_an_edit_judges_its_own_record_and_no_other(judgings):
    seen = update(judgings, put(PLAN, role("lead", "Leader", duties=("Lead",))))

    assert {key for _, key in seen} == {"lead"}
    assert len(seen) == sum(rule.kind is Kind.ROLE for rule in RECORD_RULES)


def test_a_record_that_comes_or_goes_judges_whoever_looks_it_up(judgings):
    added = set(update(judgings, put(PLAN, person("bob"))))
    removed = set(update(judgings, remove(PLAN, Kind.PERSON, rid("ada"))))

    for seen in (added, removed):
        assert {("role.no-holder", "lead"), ("text.dead-reference", "purpose")} <= seen


def test_an_edited_record_leaves_whoever_looks_it_up_alone(judgings):
    seen = update(judgings, put(PLAN, person("ada", "Ada Bell")))

    assert {key for _, key in seen} == {"ada"}


def test_a_section_judged_again_is_judged_by_the_rules_that_follow_answers(judgings):
    seen = update(judgings, sections=["purpose"])

    assert set(seen) == {("answer.open", "purpose"), ("text.open-variable", "purpose")}


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
