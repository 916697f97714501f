"""How long a session ran."""

from app.domain.plan.changes import put
from app.services.editing import EditingSession
from app.services.reviewing.attending import add_decision
from app.services.reviewing.timing import tick, timed
from tests.builders import person
from tests.unit.services.reviewing.sessions import KEY, PLAN, after, plan_of, running_in


def test_time_passes_and_never_runs_backwards():
    assert running_in(after(tick(PLAN, KEY, 90))).seconds == 90
    assert tick(plan_of(seconds=90), KEY, 90) == ()
    assert tick(plan_of(seconds=90), KEY, 30) == ()


def test_time_is_kept_with_a_change_in_one_step():
    session = EditingSession(PLAN)

    session.apply(timed(PLAN, add_decision(PLAN, KEY, "So be it."), KEY, 75), "Decide")

    assert (running_in(session.plan).seconds, running_in(session.plan).decisions) == (
        75,
        ("So be it.",),
    )
    session.undo()
    assert session.plan == PLAN


def test_a_change_of_another_record_keeps_the_time_too():
    plan = after(timed(PLAN, (put(PLAN, person("cy")),), KEY, 75))

    assert running_in(plan).seconds == 75
    assert "cy" in plan.people
