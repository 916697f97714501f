import pytest

from app.domain.document.drawing import Label
from app.domain.document.tree import Figure, Heading
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.playbooks import Phase, Playbook, PlaybookStep, StepBranch
from app.export.compose.tables.playbook_flows import playbook_flows
from app.export.compose.tables.playbooks import playbooks
from tests.builders import plan_with, rid, role
from tests.labels import scribe

BOOK = Playbook(rid("ransomware"), "Ransomware", "Files are encrypted.", closure="All is restored.")
LEAD, SPONSOR = role("lead", "Incident lead"), role("boss", "Sponsor")


def hours(amount):
    return Duration(amount, TimeUnit.HOURS)


def step(number, phase=Phase.CONTAIN, **fields):
    return PlaybookStep(rid(f"s{number}"), BOOK.id, phase, f"Do {number}", **fields)


def by_phase(*steps):
    return {phase: [s for s in steps if s.phase is phase] for phase in Phase}


def figures(*steps, book=BOOK):
    return playbook_flows(scribe(plan_with(book, LEAD, SPONSOR)), book, by_phase(*steps))


def five(*steps):
    """`steps` and as many others as make a figure."""
    return (*steps, *(step(number, Phase.CLOSE) for number in range(len(steps) + 1, 6)))


def said(*steps):
    (figure,) = figures(*five(*steps))
    return figure.alternative


def shown(figure):
    return [shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)]


def test_few_steps_make_no_figure():
    assert figures() == ()
    assert figures(*(step(number, decision="Now?") for number in range(1, 5))) == ()
    assert len(figures(*(step(number) for number in range(1, 6)))) == 1


def test_the_alternative_tells_phases_steps_and_decisions():
    first = step(
        1,
        Phase.FIRST_MINUTES,
        role=LEAD.id,
        within=hours(1),
        decision="Power off or leave on",
        decided_by=SPONSOR.id,
    )

    assert said(first, step(2)) == (
        "Flow of the playbook Ransomware. Trigger: Files are encrypted. "
        "First minutes: 1 Do 1 (Incident lead, 1 hour), Decide (Sponsor): Power off or leave on. "
        "Contain: 2 Do 2. Close: 3 Do 3; 4 Do 4; 5 Do 5. "
        "Closure: All is restored."
    )


def test_the_figure_is_called_after_the_playbook():
    (figure,) = figures(*five())

    assert figure.caption == "Ransomware: the steps at a glance"
    assert figure.anchor == "flow:ransomware.1"


def test_the_drawing_starts_with_the_trigger_and_ends_with_the_closure():
    (figure,) = figures(*five())

    assert shown(figure)[0] == "Trigger: Files are encrypted."
    assert shown(figure)[-1] == "Closure: All is restored."


def test_a_trigger_or_closure_that_is_not_stated_is_not_drawn():
    (figure,) = figures(*five(), book=Playbook(BOOK.id, "Ransomware"))

    assert shown(figure)[0] == "Close"
    assert figure.alternative.startswith("Flow of the playbook Ransomware. Close: 1 Do 1;")
    assert figure.alternative.endswith("5 Do 5.")


def test_whoever_does_the_step_need_not_be_named_again_where_they_decide():
    own = step(1, role=LEAD.id, decision="Now?", decided_by=LEAD.id)
    unnamed = step(2, decision="Now?")
    gone = step(3, decision="Now?", decided_by=rid("gone"))

    assert said(own, unnamed, gone).count(", Decide: Now?") == 3


def test_a_phase_due_before_an_earlier_one_runs_alongside():
    late = step(1, Phase.ANALYSE, within=hours(12))
    soon = step(2, Phase.CONTAIN, within=hours(2))

    assert "Contain (alongside the phases above): 2 Do 2 (2 hours)." in said(late, soon)


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (hours(2), hours(12)),
        (hours(2), hours(2)),
        (hours(2), None),
        (None, hours(2)),
        (Duration(1, TimeUnit.WORKING_DAYS), hours(4)),
    ],
)
def test_a_phase_that_can_wait_is_not_said_to_run_alongside(earlier, later):
    made = said(step(1, Phase.ANALYSE, within=earlier), step(2, Phase.CONTAIN, within=later))

    assert "alongside" not in made


def test_any_earlier_phase_counts_and_not_only_the_last():
    late = step(1, Phase.ANALYSE, within=hours(12))
    between = step(2, Phase.ERADICATE)
    soon = step(3, Phase.COMMUNICATE, within=hours(1))

    assert "Communicate (alongside the phases above): 3 Do 3 (1 hour)." in said(late, between, soon)


def test_very_many_steps_make_several_figures_with_anchors_of_their_own():
    made = figures(*(step(number) for number in range(1, 61)))

    count = len(made)
    assert count > 1
    assert [figure.caption for figure in made] == [
        f"Ransomware: the steps at a glance ({at} of {count})" for at in range(1, count + 1)
    ]
    assert len({figure.anchor for figure in made}) == count
    assert "Contain (continued):" in made[1].alternative
    assert "Trigger" not in made[1].alternative
    assert "Closure" not in made[0].alternative


def test_the_figure_stands_first_under_the_heading_and_numbers_steps_as_the_table_does():
    steps = (step(1, Phase.CLOSE), *(step(number) for number in range(2, 6)))

    heading, figure, *others = playbooks(scribe(plan_with(BOOK, *steps)))

    assert isinstance(heading, Heading)
    assert isinstance(figure, Figure)
    assert "Contain: 1 Do 2; 2 Do 3; 3 Do 4; 4 Do 5. Close: 5 Do 1." in figure.alternative
    assert any(getattr(block, "anchor", "") == "table:playbook.ransomware" for block in others)


def test_the_figure_and_its_alternative_tell_the_answers():
    ways = (StepBranch("Yes", rid("s4")), StepBranch("No"), StepBranch("Over", ends=True))
    asked = step(1, decision="Cut off", branches=ways)

    (figure,) = figures(*five(asked))

    told = "Yes: go on with step 4, No: go on with the next step, Over: close"
    assert told in figure.alternative
    assert set(told.split(", ")) <= set(shown(figure))
