import pytest

from app.export.figures.flow_columns import (
    BAND,
    GAP,
    UNDER_BAND,
    FlowLane,
    Placing,
    Terminal,
    columns,
    sheets,
)
from app.export.figures.step_card import Brevity, FlowStep, step_card

LANE = FlowLane("Contain", (FlowStep(1, "Do it"),))
CARD = step_card(FlowStep(1, "Do it"), 200.0, Brevity(1, 1))
HEIGHT = CARD.height


def placings(count, lane=LANE):
    return [Placing(CARD, lane, opens=at == 0) for at in range(count)]


def end():
    return Placing(Terminal(("Trigger: Fire",), 20.0))


def test_boxes_stand_under_each_other_with_room_for_an_arrow():
    ((first, second),) = columns([end(), end()], 100.0)

    assert (first.y, first.bottom) == (0.0, 20.0)
    assert second.y == 20.0 + GAP


def test_the_first_box_of_a_lane_stands_under_its_name():
    (column,) = columns([end(), *placings(2)], 1000.0)

    assert [stop.banded for stop in column] == [False, True, False]
    assert column[1].top == 20.0 + GAP
    assert column[1].y == column[1].top + BAND + UNDER_BAND
    assert column[2].top == column[2].y


def test_a_lane_is_named_again_at_the_head_of_a_column():
    made = list(columns(placings(4), 2 * HEIGHT + GAP + BAND + UNDER_BAND + 1.0))

    assert [[stop.banded for stop in column] for column in made] == [[True, False], [True, False]]


def test_a_box_higher_than_a_column_stands_alone():
    made = list(columns([end(), end()], 5.0))

    assert [len(column) for column in made] == [1, 1]


def test_no_box_makes_no_column():
    assert list(columns([], 100.0)) == []
    assert list(sheets([], 100.0)) == []


def test_two_columns_share_the_boxes_evenly():
    (sheet,) = sheets(placings(10), 10_000.0)

    assert [len(column) for column in sheet] == [5, 5]


def test_a_single_box_makes_a_single_column():
    ((column,),) = sheets(placings(1), 1000.0)

    assert column[0].placing.box is CARD


@pytest.mark.parametrize("count", [2, 3, 25, 60])
def test_no_column_is_higher_than_a_page_and_none_lacks_a_box(count):
    room = 300.0

    made = list(sheets(placings(count), room))

    assert all(len(sheet) <= 2 for sheet in made)
    assert all(column[-1].bottom <= room for sheet in made for column in sheet)
    assert sum(len(column) for sheet in made for column in sheet) == count


def test_only_the_last_sheet_is_evened():
    made = list(sheets(placings(22), 300.0))

    assert [len(column) for column in made[0]] == [len(made[0][0])] * 2
    assert abs(len(made[-1][0]) - len(made[-1][1])) <= 1
