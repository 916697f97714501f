"""The agenda of a review session, as a judged plan and its past give it."""

from dataclasses import replace
from datetime import date

from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.lifecycle.reviewing.ageing import Earlier
from app.domain.plan.governance import Action
from app.domain.plan.plan import Plan
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Section
from app.domain.plan.sessions import Topic
from app.services.reviewing.past import Past
from app.services.reviewing.preparing import Prepared, prepare
from tests.builders import NOON, person, plan_with, rid, role, section, template

TODAY = NOON.date()
SCOPE = Section(rid("scope"), "Scope", "All sites.")
ROLES = Section(rid("roles"), "Roles", "They lead.")
LATE = Action(rid("late"), "Print", "Ann", date(2026, 11, 1))
OPEN = Action(rid("open"), "Call", "Bo")
LEAD = role("lead", "Lead", holder=rid("ann"))


def prepared(plan: Plan, past: Past | None = None) -> Prepared:
    judgement = Judgement(plan, template(section("scope"), section("roles")), Standards(), TODAY)
    return prepare(judgement, past or Past(), TODAY)


def by_topic(found: Prepared) -> dict[Topic, list[str]]:
    topics: dict[Topic, list[str]] = {}
    for item in found.agenda:
        topics.setdefault(item.topic, []).append(item.key)
    return topics


def test_an_agenda_is_made_of_all_that_asks_for_attention():
    old = plan_with(SCOPE, ROLES, LEAD, person("ann"), profile=Profile(uses_ai=False))
    new = plan_with(
        SCOPE,
        replace(ROLES, prose="Others lead."),
        LEAD,
        person("ann"),
        person("bo"),
        LATE,
        OPEN,
        profile=Profile(uses_ai=True),
    )

    found = prepared(new, Past("1.0", old, (Earlier(date(2026, 1, 1), old),)))
    topics = by_topic(found)

    assert found.baseline == "1.0"
    assert list(topics) == [topic for topic in Topic if topic is not Topic.LESSON]
    assert "action/late" in topics[Topic.OVERDUE]
    assert topics[Topic.CHANGE] == ["change/sections/roles"]
    assert topics[Topic.DRIFT] == ["drift/profile", "drift/contacts"]
    assert topics[Topic.ACTION] == ["action/open"]
    assert topics[Topic.CONTACT] == ["contact/round"]
    assert topics[Topic.SECTION] == ["section/scope"]
    assert [check.name for check in found.contacts] == ["Ann", "Bo"]


def test_before_the_first_version_nothing_has_changed():
    topics = by_topic(prepared(plan_with(SCOPE, LEAD, person("ann"))))

    assert Topic.CHANGE not in topics
    assert Topic.DRIFT not in topics


def test_the_checks_do_not_say_again_what_another_item_says():
    found = prepared(plan_with(SCOPE, LEAD, person("ann")))

    codes = {item.key.split("/")[1] for item in found.agenda if item.topic is Topic.FINDING}
    assert codes
    assert not codes & {"contact.unverified", "exercise.none-held", "review.overdue"}


def test_the_same_plan_gives_the_same_keys():
    plan = plan_with(SCOPE, ROLES, LEAD, person("ann"), LATE, OPEN)

    assert prepared(plan) == prepared(plan)


def test_an_empty_plan_has_an_agenda_too():
    assert prepared(plan_with()).contacts == ()
