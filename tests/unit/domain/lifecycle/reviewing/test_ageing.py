"""The sections of a plan by how long nobody touched them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from app.domain.lifecycle.reviewing.ageing import Earlier, reviewed, sections
from app.domain.plan.plan import Plan
from app.domain.plan.sections import Answer, Section
from app.domain.plan.sessions import AgendaItem, Choice, Occasion, ReviewSession, Topic
from tests.builders import plan_with, rid

TODAY = date(2026, 11, 22)
MAY, JANUARY = date(2026, 5, 1), date(2026, 1, 1)
SCOPE = Section(rid("scope"), "Scope", "All sites.")
ROLES = Section(rid("roles"), "Roles", "They lead.")


def closed(day: date | None, *abouts: str, choice: Choice = Choice.KEEP) -> ReviewSession:
    at = None if day is None else datetime(day.year, day.month, day.day, tzinfo=UTC)
    items = tuple(AgendaItem(f"k/{name}", Topic.SECTION, "x", "", name, choice) for name in abouts)
    start = datetime(2020, 1, 1, tzinfo=UTC)
    name = rid(f"review-{day}")
    return ReviewSession(name, "x", Occasion.DUE, start, agenda=items, closed_at=at)


def aged(plan: Plan, *earlier: Earlier) -> list[AgendaItem]:
    return list(sections(plan, earlier, TODAY))


def test_the_section_nobody_changed_for_longest_comes_first():
    now = plan_with(replace(ROLES, prose="New."), SCOPE)
    states = (
        Earlier(MAY, plan_with(ROLES, SCOPE)),
        Earlier(JANUARY, plan_with(ROLES, SCOPE)),
    )

    scope, roles = aged(now, *states)

    assert (scope.key, scope.about, scope.topic) == (
        "section/scope",
        "sections/scope",
        Topic.SECTION,
    )
    assert scope.why == "Unchanged since 1 January 2026. No review session looked at it yet."
    assert roles.why.startswith("It was changed lately.")


def test_a_section_is_as_old_as_the_last_state_that_differs():
    now = plan_with(SCOPE)
    states = (
        Earlier(MAY, now),
        Earlier(date(2026, 3, 1), plan_with(replace(SCOPE, prose="Other."))),
        Earlier(JANUARY, now),
    )

    (item,) = aged(now, *states)

    assert "Unchanged since 1 May 2026." in item.why


def test_an_answer_is_part_of_its_section_whatever_their_order():
    first = Answer(rid("scope.sites"), rid("scope"), "York")
    second = Answer(rid("scope.units"), rid("scope"), "All")
    now = plan_with(SCOPE, ROLES, first, second)

    same = aged(now, Earlier(MAY, plan_with(SCOPE, ROLES, second, first)))
    other = aged(now, Earlier(MAY, plan_with(SCOPE, ROLES, first)))

    assert all("Unchanged since" in item.why for item in same)
    assert [item.key for item in other] == ["section/roles", "section/scope"]
    assert other[1].why.startswith("It was changed lately.")


def test_a_section_that_came_since_is_new():
    (item,) = aged(plan_with(SCOPE), Earlier(MAY, plan_with()))

    assert item.why.startswith("It was changed lately.")


def test_a_section_that_a_session_looked_at_comes_later():
    session = closed(date(2026, 6, 1), "sections/scope")
    now = plan_with(SCOPE, ROLES, session)

    first, last = aged(now, Earlier(MAY, plan_with(SCOPE, ROLES)))

    assert [first.key, last.key] == ["section/roles", "section/scope"]
    assert last.why.endswith("Last looked at in the session of 1 June 2026.")


def test_of_two_untouched_as_long_the_one_not_reviewed_comes_first():
    session = closed(MAY, "sections/scope")
    now = plan_with(SCOPE, ROLES, session)

    found = aged(now, Earlier(MAY, plan_with(SCOPE, ROLES)))

    assert [item.key for item in found] == ["section/roles", "section/scope"]


def test_only_what_closed_sessions_decided_about_sections_counts():
    sessions = (
        closed(None, "sections/a"),
        closed(MAY, "sections/b", choice=Choice.OPEN),
        closed(date(2026, 5, 2), "roles/c", "", "sections"),
        closed(date(2026, 5, 3), "sections/d"),
        closed(JANUARY, "sections/d"),
    )

    assert reviewed(sessions) == {rid("d"): date(2026, 5, 3)}


def test_what_does_not_apply_says_why():
    (item,) = aged(plan_with(replace(SCOPE, not_applicable="We have no plant.")))

    assert item.why.endswith("Marked as not applicable: We have no plant.")
