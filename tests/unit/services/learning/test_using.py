from datetime import UTC, datetime, timedelta

from app.domain.plan.changes import apply
from app.domain.plan.lessons import Activation
from app.domain.plan.plan import Plan
from app.services.learning.faults import Fault
from app.services.learning.found import Found, from_source
from app.services.learning.using import faults, use
from tests.builders import rid

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
INCIDENT = Activation(
    rid("inc-7"),
    " INC-7 ",
    NOW - 5 * HOUR,
    NOW - HOUR,
    rid("ransomware"),
    rid("s1"),
    " Two servers. ",
    " The switchboard called first. ",
    ("Ada", " "),
    ("sections/recovery",),
    " Ada ",
)


def test_an_incident_is_recorded_with_what_it_taught():
    plan = Plan(rid("plan"))

    after = apply(plan, use(plan, INCIDENT, (Found("No script"), Found(" "))))

    assert after.activations[INCIDENT.id] == Activation(
        rid("inc-7"),
        "INC-7",
        NOW - 5 * HOUR,
        NOW - HOUR,
        rid("ransomware"),
        rid("s1"),
        "Two servers.",
        "The switchboard called first.",
        ("Ada",),
        ("sections/recovery",),
        "Ada",
    )
    assert [lesson.text for lesson in from_source(after, "activations/inc-7")] == ["No script"]


def test_an_incident_goes_on_until_it_is_ended():
    assert faults(Activation(rid("a"), "INC", NOW), NOW) == {}
    assert faults(INCIDENT, NOW) == {}


def test_a_record_needs_a_name_and_times_that_can_be():
    assert faults(Activation(rid("a"), " "), NOW) == {
        "name": Fault.BLANK,
        "started_at": Fault.BLANK,
    }
    assert faults(Activation(rid("a"), "INC", NOW + HOUR), NOW) == {"started_at": Fault.AHEAD}
    assert faults(Activation(rid("a"), "INC", NOW, NOW + HOUR), NOW) == {"ended_at": Fault.AHEAD}
    assert faults(Activation(rid("a"), "INC", NOW, NOW - HOUR), NOW) == {
        "ended_at": Fault.BACKWARDS
    }
    assert faults(Activation(rid("a"), "INC", None, NOW - HOUR), NOW) == {"started_at": Fault.BLANK}
