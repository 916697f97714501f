import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.document.drawing import Box, Label
from app.export.figures.measure import text_width
from app.export.figures.step_card import Brevity, FlowBranch, FlowStep, fitting, step_card
from tests.builders import QUICK, TEXTS

AMPLE = Brevity(9, 9)


def labels(card):
    return [shape for shape in card.shapes(0.0, 0.0) if isinstance(shape, Label)]


def test_what_fits_is_left_as_it_is():
    assert fitting("Lock the account", 200.0, 7.0, 1) == ("Lock the account",)
    assert fitting("", 200.0, 7.0, 1) == ()


def test_a_text_that_is_broken_off_ends_with_a_whole_word():
    (line,) = fitting("Disconnect backup storage from the network", 100.0, 7.0, 1)

    assert line.endswith(" …")
    assert set(line.removesuffix(" …").split()) <= {"Disconnect", "backup", "storage", "from"}


def test_a_text_that_is_broken_off_rather_ends_with_a_clause():
    text = "Secure the logs of identity, then all of the others"

    assert fitting(text, 120.0, 7.0, 1) == ("Secure the logs of identity …",)


def test_no_comma_is_left_before_what_is_broken_off():
    assert fitting("One, two, three, four, five", 30.0, 7.0, 1) == ("One …",)


def test_a_word_wider_than_the_room_is_cut():
    lines = fitting("x" * 200, 50.0, 7.0, 2)

    assert len(lines) == 2
    assert lines[1].endswith("…")


@QUICK
@given(TEXTS | st.just("Word after word, and after that; more " * 9), st.integers(1, 4))
def test_no_line_is_wider_than_its_room(text, most):
    lines = fitting(text, 90.0, 7.0, most)

    assert len(lines) <= most
    assert all(text_width(line, 7.0) <= 90.0 for line in lines)


def test_a_card_is_as_high_as_what_it_says():
    short = step_card(FlowStep(1, "Do it"), 220.0, AMPLE)
    owned = step_card(FlowStep(1, "Do it", role="Lead"), 220.0, AMPLE)
    decided = step_card(FlowStep(1, "Do it", role="Lead", decision="Decide: Now"), 220.0, AMPLE)
    longer = step_card(FlowStep(1, "Do it again and again " * 9), 220.0, AMPLE)

    assert short.height < owned.height < decided.height
    assert owned.height < longer.height


def test_brevity_limits_action_and_decision_apart():
    step = FlowStep(1, "Do it again and again " * 9, decision="Decide: one or the other " * 9)

    card = step_card(step, 220.0, Brevity(2, 1))

    assert (len(card.action), len(card.decision)) == (2, 1)


def test_a_long_time_limit_leaves_no_room_for_the_role():
    card = step_card(FlowStep(1, "Do it", "Technical lead", "at the latest " * 20), 150.0, AMPLE)

    assert card.role == ""
    assert card.limit.endswith("…")


@pytest.mark.parametrize("number", [1, 99, 12345])
def test_the_action_stands_clear_of_its_number(number):
    card = step_card(FlowStep(number, "Do it"), 220.0, AMPLE)

    badge = [shape for shape in card.shapes(0.0, 0.0) if isinstance(shape, Box)][1]
    shown, action = labels(card)
    assert shown.text == str(number)
    assert text_width(shown.text, shown.size, strong=True) < badge.width
    assert badge.x + badge.width < action.x


WAYS = (FlowBranch("Yes: go on"), FlowBranch("No: step 9", 9))


def test_answers_stand_on_lines_of_their_own_in_the_foot():
    card = step_card(FlowStep(1, "Do it", branches=WAYS), 220.0, AMPLE)

    said = labels(card)[-2:]
    assert [label.text for label in said] == ["Yes: go on", "No: step 9"]
    for at, label in enumerate(said):
        assert label.y - label.size < card.exit_at(at) < label.y
    assert card.height > step_card(FlowStep(1, "Do it"), 220.0, AMPLE).height


def test_where_room_is_scarce_only_answers_that_leave_are_said():
    card = step_card(FlowStep(1, "Do it", branches=WAYS), 220.0, Brevity(1, 1, all_ways=False))

    assert [line for _, line in card.ways] == ["No: step 9"]


def test_a_long_answer_still_says_where_it_leads():
    answer = "When nobody has seen anything of the kind in any of the places looked at so far"
    way = FlowBranch(f"{answer}: go on with step 12", 12)

    ((_, line),) = step_card(FlowStep(1, "Do it", branches=(way,)), 160.0, AMPLE).ways

    assert line.endswith("\u2026: go on with step 12")
    assert text_width(line, 6.8) <= 160.0


def test_an_answer_that_is_all_one_word_is_cut():
    way = FlowBranch("x" * 300, 2)

    ((_, line),) = step_card(FlowStep(1, "Do it", branches=(way,)), 120.0, AMPLE).ways

    assert line.endswith("\u2026")


def test_of_a_text_without_end_no_more_is_read_than_a_card_shows():
    lines = [fitting("W" * letters, 300.0, 7.0, 5) for letters in (3_000, 3_000_000)]

    assert len(lines[0]) == 5
    assert lines[0] == lines[1]
