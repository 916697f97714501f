from dataclasses import replace
from itertools import combinations, pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.document.drawing import Anchor, Box, Ink, Label, Path
from app.export.figures.flow_columns import FlowLane
from app.export.figures.measure import text_width
from app.export.figures.playbook_flow import PlaybookFlow, playbook_flow
from app.export.figures.step_card import FlowBranch, FlowStep
from tests.builders import QUICK, TEXTS

LONG = "Cut every affected computer off at the switch, and leave it on where that stops the harm. "
WORDS = TEXTS | st.sampled_from(
    [
        "Isolate the host",
        LONG * 3,
        "Donaudampfschifffahrtsgesellschaft" * 2,
        "\u05e0\u05ea\u05e7 \u05d0\u05ea \u05d4\u05de\u05d7\u05e9\u05d1",
        "\u0627\u0641\u0635\u0644 \u0627\u0644\u062c\u0647\u0627\u0632",
        "\U0001f525 \U0001f692 " * 9,
        "\u96fb\u8a71" * 30,
    ]
)


def step(number, action="Do it", **fields):
    return FlowStep(number, action, **fields)


def lanes_of(counts, **fields):
    """One lane a count, its steps numbered through."""
    first = [sum(counts[:at]) + 1 for at in range(len(counts))]
    return tuple(
        FlowLane(f"Phase {at}", tuple(step(n, **fields) for n in range(start, start + count)))
        for at, (start, count) in enumerate(zip(first, counts, strict=True), 1)
    )


@st.composite
def flows(draw):
    counts = draw(st.lists(st.integers(0, 9), max_size=7) | st.just([60]) | st.just([1]))
    numbers = iter(range(1, sum(counts) + 1))
    lanes = tuple(
        FlowLane(
            draw(WORDS),
            tuple(
                FlowStep(next(numbers), draw(WORDS), draw(WORDS), draw(WORDS), draw(WORDS))
                for _ in range(count)
            ),
            draw(st.booleans()),
            draw(WORDS),
        )
        for count in counts
    )
    return PlaybookFlow(lanes, draw(WORDS), draw(WORDS))


@st.composite
def branching(draw):
    """A flow in which some steps have answers."""
    flow = draw(flows())
    count = sum(len(lane.steps) for lane in flow.lanes)
    ways = st.builds(FlowBranch, WORDS, st.none() | st.integers(1, count + 1), st.booleans())
    lanes = tuple(
        replace(
            lane,
            steps=tuple(
                replace(each, branches=tuple(draw(st.lists(ways, max_size=2))))
                for each in lane.steps
            ),
        )
        for lane in flow.lanes
    )
    return replace(flow, lanes=lanes)


def of(drawing, kind):
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def words(drawing):
    return [label.text for label in of(drawing, Label)]


def steps_boxes(drawing):
    return [box for box in of(drawing, Box) if box.fill is Ink.PAPER]


def bands(drawing):
    return [box for box in of(drawing, Box) if box.fill is Ink.BRAND]


def ends(drawing):
    return [
        box for box in of(drawing, Box) if (box.fill, box.stroke) == (Ink.BRAND_SOFT, Ink.BRAND)
    ]


def arrows(drawing):
    return [path for path in of(drawing, Path) if path.arrow]


def frame(box):
    return box.x, box.y, box.x + box.width, box.y + box.height


def area(label):
    """Left, top, right and bottom of the words as painted."""
    width = text_width(label.text, label.size, label.strong)
    shift = {Anchor.START: 0.0, Anchor.MIDDLE: width / 2, Anchor.END: width}[label.anchor]
    left = label.x - shift
    return left, label.y - 0.75 * label.size, left + width, label.y + 0.22 * label.size


def overlap(one, other):
    return (
        one[0] < other[2] - 1e-6
        and other[0] < one[2] - 1e-6
        and one[1] < other[3] - 1e-6
        and other[1] < one[3] - 1e-6
    )


def inside(one, other, slack=0.2):
    return (
        one[0] >= other[0] - slack
        and one[1] >= other[1] - slack
        and one[2] <= other[2] + slack
        and one[3] <= other[3] + slack
    )


@QUICK
@given(flows(), st.sampled_from([380.0, 472.0]))
@example(PlaybookFlow(lanes_of([60], action=LONG, decision=LONG, role=LONG, limit=LONG)), 380.0)
def test_boxes_stand_clear_and_hold_their_words(flow, width):
    for part in playbook_flow(flow, "continued", width):
        drawing = part.drawing
        canvas = (0.0, 0.0, drawing.width, drawing.height)
        blocks = [frame(box) for box in (*steps_boxes(drawing), *bands(drawing), *ends(drawing))]
        areas = [area(label) for label in of(drawing, Label) if label.text.strip()]
        assert drawing.width == width
        assert drawing.height <= 600.0
        assert not any(overlap(one, other) for one, other in combinations(blocks, 2))
        assert not any(overlap(one, other) for one, other in combinations(areas, 2))
        assert all(inside(block, canvas, slack=0.0) for block in blocks)
        assert all(any(inside(each, block) for block in blocks) for each in areas)
        assert all(label.size >= 6.5 for label in of(drawing, Label))


@QUICK
@given(flows())
def test_arrows_lead_from_the_foot_of_each_box_to_the_head_of_the_next(flow):
    for part in playbook_flow(flow, "continued"):
        drawing = part.drawing
        boxes = [frame(box) for box in (*steps_boxes(drawing), *ends(drawing))]
        heads = [frame(box) for box in bands(drawing)]
        assert len(arrows(drawing)) == len(boxes) - 1
        for arrow in arrows(drawing):
            (x1, y1), (x2, y2) = arrow.points[0], arrow.points[-1]
            assert any(y1 == pytest.approx(b[3]) and b[0] < x1 < b[2] for b in boxes)
            assert any(y2 == pytest.approx(b[1]) and b[0] < x2 < b[2] for b in (*boxes, *heads))
            for one, other in pairwise(arrow.points):
                line = (*map(min, one, other), *map(max, one, other))
                touched = (line[0] - 0.01, line[1] + 0.01, line[2] + 0.01, line[3] - 0.01)
                assert not any(overlap(touched, block) for block in (*boxes, *heads))
            assert all(0.0 <= x <= drawing.width for x, _ in arrow.points)
            assert all(0.0 <= y <= drawing.height for _, y in arrow.points)


@QUICK
@given(branching())
def test_answers_keep_boxes_clear_and_their_lines_end_at_cards(flow):
    for part in playbook_flow(flow, "continued"):
        drawing = part.drawing
        boxes = [frame(box) for box in (*steps_boxes(drawing), *ends(drawing))]
        areas = [area(label) for label in of(drawing, Label) if label.text.strip()]
        blocks = [*boxes, *(frame(band) for band in bands(drawing))]
        assert drawing.height <= 600.0
        assert not any(overlap(one, other) for one, other in combinations(blocks, 2))
        assert not any(overlap(one, other) for one, other in combinations(areas, 2))
        assert all(any(inside(each, block) for block in blocks) for each in areas)
        for arrow in arrows(drawing):
            assert all(0.0 <= x <= drawing.width for x, _ in arrow.points)
            for x, y in (arrow.points[0], arrow.points[-1]):
                assert any(inside((x, y, x, y), block) for block in blocks)
            for one, other in pairwise(arrow.points):
                line = (*map(min, one, other), *map(max, one, other))
                touched = (line[0] + 0.01, line[1] + 0.01, line[2] - 0.01, line[3] - 0.01)
                assert not any(overlap(touched, block) for block in blocks)
        for card in part.cards:
            assert (card.x, card.y, card.x + card.width, card.y + card.height) in boxes
    assert [card.number for part in playbook_flow(flow, "x") for card in part.cards] == [
        each.number for lane in flow.lanes for each in lane.steps
    ]


def test_no_arrow_leads_on_where_no_answer_does():
    over = FlowBranch("Yes: step 3", 3), FlowBranch("No: close", closes=True)
    steps = (step(1, branches=over), step(2), step(3))
    (part,) = playbook_flow(PlaybookFlow((FlowLane("A", steps),), "Fire", "Out"), "continued")

    straight = [arrow for arrow in arrows(part.drawing) if len(arrow.points) != 4]
    assert len(straight) == 3
    assert len(arrows(part.drawing)) == 5
    assert {"Yes: step 3", "No: close"} <= set(words(part.drawing))


def test_an_answer_to_the_next_step_needs_no_line_beside():
    steps = (step(1, branches=(FlowBranch("Yes: step 2", 2),)), step(2))
    (part,) = playbook_flow(PlaybookFlow((FlowLane("A", steps),)), "continued")

    assert len(arrows(part.drawing)) == 1


@QUICK
@given(flows())
def test_every_step_is_drawn_once_and_in_order(flow):
    parts = playbook_flow(flow, "continued")

    asked = [each.number for lane in flow.lanes for each in lane.steps]
    told = [each.number for part in parts for lane in part.lanes for each in lane.steps]
    drawn = [
        int(label.text)
        for part in parts
        for label in of(part.drawing, Label)
        if label.anchor is Anchor.MIDDLE
    ]
    assert told == asked
    assert drawn == asked
    assert parts == playbook_flow(flow, "continued")


def test_without_steps_there_is_no_drawing():
    assert playbook_flow(PlaybookFlow((), "It burns", "It is out"), "continued") == ()
    assert playbook_flow(PlaybookFlow((FlowLane("Contain", ()),)), "continued") == ()


def test_a_box_tells_who_does_what_by_when_and_decides():
    one = step(1, "Isolate the host", role="Technical lead", limit="1 hour", decision="Decide: Now")

    (part,) = playbook_flow(
        PlaybookFlow((FlowLane("Contain", (one,)),), "Trigger: Fire", "Closure: Out"), "continued"
    )

    assert words(part.drawing) == [
        "Trigger: Fire",
        "Contain",
        "1",
        "Isolate the host",
        "Technical lead",
        "1 hour",
        "Decide: Now",
        "Closure: Out",
    ]


def test_a_decision_is_marked_by_a_diamond_and_not_by_colour_alone():
    plain = playbook_flow(PlaybookFlow((FlowLane("A", (step(1),)),)), "continued")
    asked = playbook_flow(
        PlaybookFlow((FlowLane("A", (step(1, decision="Decide: Now"),)),)), "continued"
    )

    closed = [
        [path for path in of(part.drawing, Path) if path.points[0] == path.points[-1]]
        for (part,) in (plain, asked)
    ]
    assert [len(found) for found in closed] == [0, 1]
    assert len(closed[1][0].points) == 5


@pytest.mark.parametrize("others", [1, 9], ids=["over to its column", "down to it"])
def test_a_lane_that_does_not_wait_says_so_and_is_led_to_by_dashes(others):
    first, second = lanes_of([1, others])
    beside = FlowLane("Tell", second.steps, waits=False, remark="alongside")

    (part,) = playbook_flow(PlaybookFlow((first, beside)), "continued")

    (dashed,) = [arrow for arrow in arrows(part.drawing) if arrow.dashed]
    head = bands(part.drawing)[1]
    assert dashed.points[-1] == (head.x + head.width / 2, pytest.approx(head.y))
    assert "alongside" in words(part.drawing)


def test_a_lane_waits_with_a_whole_line():
    (part,) = playbook_flow(PlaybookFlow(lanes_of([2, 1])), "continued")

    assert not any(arrow.dashed for arrow in arrows(part.drawing))


def test_a_phase_names_every_column_it_stands_in():
    (part,) = playbook_flow(PlaybookFlow(lanes_of([12])), "continued")

    assert words(part.drawing).count("Phase 1") == 2
    assert words(part.drawing).count("continued") == 1


def test_columns_are_about_as_high():
    (part,) = playbook_flow(PlaybookFlow(lanes_of([12])), "continued")

    left, right = (
        [box for box in steps_boxes(part.drawing) if (box.x > 200) is side]
        for side in (False, True)
    )
    assert (len(left), len(right)) == (6, 6)


def test_very_many_steps_take_several_pages_and_say_what_goes_on():
    parts = playbook_flow(PlaybookFlow(lanes_of([60], action=LONG), "Fire", "Out"), "continued")

    assert len(parts) > 1
    assert [lane.remark for part in parts for lane in part.lanes] == [
        "",
        *(["continued"] * (len(parts) - 1)),
    ]
    assert ["Fire" in words(part.drawing) for part in parts] == [True] + [False] * (len(parts) - 1)
    assert ["Out" in words(part.drawing) for part in parts] == [False] * (len(parts) - 1) + [True]


def test_few_steps_keep_all_their_words():
    (part,) = playbook_flow(PlaybookFlow(lanes_of([5], action=LONG)), "continued")

    assert " ".join(words(part.drawing)).count(LONG.strip()) == 5


def test_where_room_is_scarce_the_first_steps_have_the_most_words():
    (part,) = playbook_flow(PlaybookFlow(lanes_of([20, 6], action=LONG * 2)), "continued")

    heights = [box.height for box in steps_boxes(part.drawing)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] > heights[-1]
