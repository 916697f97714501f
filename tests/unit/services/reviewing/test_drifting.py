"""What moved under the plan since its last version."""

from dataclasses import replace
from datetime import date

from app.domain.judgement.deadlines.adopting import adopt
from app.domain.plan.changes import apply
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sessions import AgendaItem, Topic
from app.services.changes.compared import compared
from app.services.notifying.adopted import keeping
from app.services.notifying.marks import Grounds
from app.services.reviewing.drifting import drift_key, drifted, outdated
from tests.builders import person, plan_with, rid, role
from tests.unit.domain.judgement.deadlines.clocks import COMPILED, regime, step

OLD = regime(step(within="72 hours"))
NEW = regime(step(within="96 hours"), compiled=date(2027, 1, 1))
DUTY = adopt(OLD, COMPILED)


def items(old: Plan, new: Plan) -> list[AgendaItem]:
    return list(drifted(compared(old, new, {}), "1.0"))


def test_a_plan_that_stands_as_it_was_drifts_nowhere():
    assert items(plan_with(person("ann")), plan_with(person("ann"), role("lead"))) == []


def test_another_organisation_asks_whether_the_plan_still_fits():
    old = plan_with(profile=Profile(uses_ai=False))
    new = plan_with(profile=Profile(uses_ai=True, sites=("York",)))

    (item,) = items(old, new)

    assert (item.key, item.topic, item.about) == (
        "drift/profile",
        Topic.DRIFT,
        "profiles/profile",
    )
    assert "sites" in item.why
    assert "uses AI systems: from no to yes" in item.why


def test_contacts_that_changed_make_one_item():
    party = Party(rid("nca"), "Police", PartyKind.POLICE)
    old = plan_with(person("ann"), person("bo"), person("cy"))
    new = plan_with(
        replace(person("ann"), channels=(Channel(ChannelKind.MOBILE, "1"),)), person("cy"), party
    )

    (item,) = items(old, new)

    assert (item.key, item.about) == ("drift/contacts", "sections/contacts")
    assert item.why.startswith("Do roles, deputies and trees still fit? ")
    for said in ("Ann (edited)", "Bo (removed)", "Police (added)"):
        assert said in item.why


def test_a_call_or_another_order_is_no_drift():
    ann, bo = person("ann"), person("bo")
    called = replace(ann, verified_on=date(2026, 11, 1), verified_by="Bo")

    assert items(plan_with(ann, bo), plan_with(bo, called)) == []


def test_a_newer_pack_asks_about_the_duty():
    (item,) = outdated(plan_with(DUTY), [NEW])

    assert (item.key, item.topic) == (drift_key(DUTY.id), Topic.DRIFT)
    assert item.about == f"obligations/{DUTY.id}"
    assert "72 hours" in item.why
    assert "96 hours" in item.why


def test_terms_that_are_the_packs_or_were_kept_ask_nothing():
    plan = plan_with(DUTY)
    decided = apply(plan, keeping(plan, DUTY.id, NEW, Grounds("Counsel says so.", "Ann", COMPILED)))

    assert list(outdated(plan, [OLD])) == []
    assert list(outdated(decided, [NEW])) == []
