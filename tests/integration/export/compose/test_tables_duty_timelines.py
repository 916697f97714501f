from app.domain.document.drawing import Label
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.tables.duty_timelines import timelines
from tests.builders import plan_with, rid
from tests.labels import scribe

HOURS = {hours: Duration(hours, TimeUnit.HOURS) for hours in (0, 4, 24, 48, 72)}


def duty(key, *steps, **fields):
    return Obligation(rid(key), key.upper(), steps=steps, **fields)


def said(*duties):
    (figure,) = timelines(scribe(plan_with(*duties)))
    return figure.alternative.removeprefix("Line of time of the notices. ")


def labels(figure):
    return [shape.text for shape in figure.drawing.shapes if isinstance(shape, Label)]


def test_without_any_time_there_is_no_figure():
    assert timelines(scribe(plan_with())) == ()
    assert timelines(scribe(plan_with(duty("a", ObligationStep("First", timing="soon"))))) == ()


def test_notices_stand_under_the_start_of_their_clock_the_soonest_first():
    words = said(
        duty("a", ObligationStep("Report", HOURS[24], "Knowledge of  the claim")),
        duty(
            "b",
            ObligationStep("Final", HOURS[72], "becoming aware"),
            ObligationStep("First", HOURS[4], "awareness"),
            ObligationStep("People", timing="without undue delay", clock_start="Awareness"),
            ObligationStep("At once", HOURS[0], "awareness"),
        ),
        duty("c", ObligationStep("Notice", HOURS[48])),
    )

    assert words == (
        "Counted from awareness: B, At once: at once; B, First: 4 hours; B, Final: 72 hours; "
        "B, People: without undue delay. "
        "Counted from Knowledge of the claim: A, Report: 24 hours. "
        "Start of the clock not stated: C, Notice: 48 hours."
    )


def test_a_notice_after_another_counts_from_the_start_of_that_one():
    words = said(
        duty(
            "a",
            ObligationStep("First", HOURS[24], "discovery"),
            ObligationStep("Second", HOURS[48], "previous notice"),
            ObligationStep("Third", HOURS[24], "previous notice"),
        ),
        duty("b", ObligationStep("Notice", HOURS[72], "discovery")),
    )

    assert words == (
        "Counted from discovery: A, First: 24 hours; A, Second, after: First: 48 hours; "
        "B, Notice: 72 hours; A, Third, after: Second: 24 hours."
    )


def test_a_notice_after_one_without_a_time_has_a_clock_of_its_own():
    words = said(
        duty(
            "a",
            ObligationStep("First", timing="without delay", clock_start="awareness"),
            ObligationStep("Second", HOURS[48], "previous notice"),
        )
    )

    assert words == (
        "Counted from awareness: A, First: without delay. "
        "Counted from the previous notice: A, Second: 48 hours."
    )


def test_a_time_from_memory_is_marked_in_the_figure_and_in_its_words():
    plan = plan_with(duty("a", ObligationStep("First", HOURS[4]), confidence="memory"))

    (figure,) = timelines(scribe(plan))

    assert "verify first" in labels(figure)
    assert "A, First: 4 hours (verify first)" in figure.alternative


def test_a_notice_that_says_nothing_of_its_time_says_so():
    words = said(duty("a", ObligationStep("First", HOURS[4]), ObligationStep("Other")))

    assert "A, Other: no numeric limit" in words


def test_working_days_are_drawn_with_the_weekends_between_them():
    days = Duration(5, TimeUnit.WORKING_DAYS), Duration(7, TimeUnit.DAYS)
    words = said(
        duty("a", ObligationStep("Week", days[1])),
        duty("b", ObligationStep("Working week", days[0])),
        duty("c", ObligationStep("Day more", Duration(8, TimeUnit.DAYS))),
    )

    assert words.index("A, Week") < words.index("B, Working week") < words.index("C, Day more")


def test_many_duties_take_several_figures_that_each_say_what_they_show():
    many = [
        duty(f"d{number:02}", ObligationStep("Notice", HOURS[24], "awareness"))
        for number in range(60)
    ]

    figures = timelines(scribe(plan_with(*many)))

    assert len(figures) > 1
    assert figures[0].caption.endswith(f"(1 of {len(figures)})")
    assert len({figure.anchor for figure in figures}) == len(figures)
    for number in range(60):
        shown = [figure for figure in figures if f"D{number:02}," in figure.alternative]
        assert len(shown) == 1
        assert f"D{number:02}" in labels(shown[0])
