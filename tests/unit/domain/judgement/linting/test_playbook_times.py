from app.domain.judgement.linting.playbook_times import exceeds
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep
from tests.builders import rid
from tests.unit.domain.judgement.subjects import SOON, found

LATE = Duration(9, TimeUnit.HOURS)
LEVEL = SeverityLevel(
    rid("s1"), "S1", 1, respond_in_hours=SOON, escalate_in_hours=SOON, escalate_out_of_hours=LATE
)
PLAYBOOK = Playbook(rid("leak"), "Data leak", floor=rid("s1"))


def step(at, action="Look at it.", within=None):
    return PlaybookStep(rid(f"s-{at}"), rid("leak"), Phase.ANALYSE, action, within=within)


def late(*steps, playbook=PLAYBOOK, level=LEVEL):
    return [str(item.field) for item in found("time.playbook", playbook, level, *steps)]


def test_the_first_step_starts_within_the_response_time():
    [finding] = found("time.playbook", PLAYBOOK, LEVEL, step(1, within=LATE))

    assert (finding.record, finding.field) == ("leak", "s-1")
    assert finding.reason == (
        "The playbook Data leak leaves 9 hours for “Look at it”, but S1, at which it starts, "
        "allows only 4 hours."
    )
    assert late(step(1, within=SOON)) == []
    assert late(step(1)) == []


def test_only_the_first_step_is_the_response():
    assert late(step(2, within=SOON), step(1, within=LATE)) == []


def test_a_step_that_escalates_does_so_within_the_escalation_time():
    never = Duration(10, TimeUnit.HOURS)

    assert late(step(1), step(2, "Escalate to the board.", never)) == ["s-2"]
    assert late(step(1), step(2, "Declare the incident.", never)) == ["s-2"]
    assert late(step(1), step(2, "Escalate to the board.", LATE)) == []


def test_a_playbook_without_floor_or_steps_is_not_late():
    first = step(1, within=LATE)

    assert late(first, playbook=Playbook(rid("leak"), "Data leak")) == []
    assert late(first, playbook=Playbook(rid("leak"), "Data leak", floor=rid("gone"))) == []
    assert late() == []


def test_a_level_without_times_sets_no_limit():
    assert late(step(1, within=LATE), level=SeverityLevel(rid("s1"), "S1", 1)) == []


def test_a_time_exceeds_only_what_is_decided():
    assert exceeds(LATE, (SOON,))
    assert not exceeds(LATE, (SOON, LATE))
    assert not exceeds(LATE, ())
    assert not exceeds(None, (SOON,))
