from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.export.figures.flow_branches import MOST_TRACKS, TRACK, Exit, Spot, branch_lines
from tests.builders import QUICK

WIDTH, HEIGHT, GAP = 100.0, 40.0, 10.0
LEFT, RIGHT = 20.0, 160.0


def spot(number, column, place, *leads):
    y = place * (HEIGHT + GAP)
    exits = tuple(Exit(y + 30.0 + 3 * at, to) for at, to in enumerate(leads))
    return Spot(number, column, (LEFT, RIGHT)[column], y, WIDTH, HEIGHT, exits)


def segments(path):
    return [(*map(min, one, other), *map(max, one, other)) for one, other in pairwise(path.points)]


def test_a_line_leads_beside_its_column_from_the_answer_to_the_card():
    (line,) = branch_lines([spot(1, 0, 0, 3), spot(2, 0, 1), spot(3, 0, 2)])

    assert line.arrow
    assert line.points[0] == (LEFT, 30.0)
    assert line.points[1][0] == line.points[2][0] == LEFT - TRACK
    assert line.points[-1] == pytest.approx((LEFT, 103.0))


def test_lines_of_the_right_column_run_at_its_right():
    (line,) = branch_lines([spot(1, 1, 0, 2), spot(2, 1, 2)])

    assert {x for x, _ in line.points} == {RIGHT + WIDTH, RIGHT + WIDTH + TRACK}


@pytest.mark.parametrize("start", [0, 1])
def test_lines_from_one_column_to_the_other_run_between_them(start):
    (line,) = branch_lines([spot(1, start, 0, 2), spot(2, 1 - start, 2), spot(3, 0, 5)])

    assert all(LEFT + WIDTH <= x <= RIGHT for x, _ in line.points)


def test_an_answer_leads_to_the_end_or_nowhere_in_another_drawing():
    assert len(list(branch_lines([spot(1, 0, 0, 0, 9), spot(0, 0, 1)]))) == 1


def test_what_finds_no_track_is_only_said():
    spots = [spot(at, 0, at, 9 - at) for at in range(1, 5)]
    spots += [spot(at, 0, at) for at in range(5, 9)]

    assert len(list(branch_lines(spots))) == MOST_TRACKS


@st.composite
def layouts(draw):
    count = draw(st.integers(1, 12))
    goals = st.lists(st.integers(0, count + 1), max_size=3)
    numbers = [*range(1, count + 1), 0]
    return [
        spot(
            number,
            0 if at <= count // 2 else 1,
            at if at <= count // 2 else at - count // 2 - 1,
            *draw(goals),
        )
        for at, number in enumerate(numbers)
    ]


@QUICK
@given(layouts())
def test_lines_end_at_cards_cross_none_and_never_run_on_each_other(spots):
    lines = list(branch_lines(spots))
    cards = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in spots]

    for line in lines:
        for x, y in (line.points[0], line.points[-1]):
            assert any(x in (card[0], card[2]) and card[1] <= y <= card[3] for card in cards)
        for left, top, right, bottom in segments(line):
            assert left > LEFT - (MOST_TRACKS + 1) * TRACK
            assert right < RIGHT + WIDTH + (MOST_TRACKS + 1) * TRACK
            assert not any(
                left < card[2] and card[0] < right and top < card[3] and card[1] < bottom
                for card in cards
            )
    for one, other in combinations(lines, 2):
        first, second = segments(one)[1], segments(other)[1]
        together = first[0] == second[0] and first[1] < second[3] and second[1] < first[3]
        assert not together
