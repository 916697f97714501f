from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.document.drawing import Anchor, Box, Dot, Ink, Label, Path
from app.export.figures.measure import text_width
from app.export.figures.notice_timeline import (
    TimelineGroup,
    TimelineNotice,
    notice_timelines,
)
from tests.builders import QUICK, TEXTS
from tests.labels import ENGLISH

NOTICE = TimelineNotice("UK GDPR", "Notice to the authority", "72 hours", 72.0)


def drawn(*notices):
    (part,) = notice_timelines((TimelineGroup("Counted from awareness", notices),), ENGLISH)
    return part.drawing


def of(drawing, kind):
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def words(drawing):
    return [label.text for label in of(drawing, Label)]


def area(label):
    """Left, top, right and bottom of the words as painted."""
    width = text_width(label.text, label.size, label.strong)
    left = label.x - (width / 2 if label.anchor is Anchor.MIDDLE else 0.0)
    return left, label.y - 0.75 * label.size, left + width, label.y + 0.22 * label.size


def overlap(one, other):
    return (
        one[0] < other[2] - 1e-6
        and other[0] < one[2] - 1e-6
        and one[1] < other[3] - 1e-6
        and other[1] < one[3] - 1e-6
    )


HOURS = st.none() | st.floats(0, 1e6)
NOTICES = st.builds(
    TimelineNotice,
    TEXTS | st.just("A regulation with a name that takes more than one line of a table"),
    TEXTS | st.just("Notice to everybody concerned, after: the notice to the authority"),
    TEXTS | st.just("without undue delay and at the latest when the inquiry ends, if ever"),
    HOURS,
    remark=st.sampled_from(["", "verify first", "verify before relying on this at any time"]),
)
GROUPS = st.lists(
    st.builds(TimelineGroup, TEXTS, st.lists(NOTICES, min_size=1, max_size=12).map(tuple)),
    min_size=1,
    max_size=12,
).map(tuple)


def test_a_notice_says_whose_it_is_and_when_it_is_due():
    assert set(words(drawn(NOTICE))) >= {
        "Counted from awareness",
        "UK GDPR",
        "Notice to the authority",
        "72 hours",
    }


def test_the_mark_of_a_later_notice_stands_further_right():
    first, second = of(drawn(NOTICE, TimelineNotice("X", "Y", "30 days", 720.0)), Dot)

    assert first.x < second.x
    assert first.y < second.y


def test_a_notice_without_a_number_has_an_open_mark_and_no_bar():
    drawing = drawn(NOTICE, TimelineNotice("X", "Y", "without undue delay"))

    closed, opened = of(drawing, Dot)
    assert (closed.fill, opened.fill) == (Ink.BRAND, Ink.PAPER)
    assert sum(box.fill is Ink.BRAND for box in of(drawing, Box)) == 1


def test_at_once_is_a_closed_mark_at_the_start_of_the_clock():
    drawing = drawn(TimelineNotice("X", "Y", "at once", 0.0), NOTICE)

    dots = of(drawing, Dot)
    assert dots[0].x == min(path.points[0][0] for path in of(drawing, Path))
    assert dots[0].fill is Ink.BRAND


def test_the_time_before_another_notice_is_dashed():
    after = TimelineNotice("X", "Y, after: Z", "48 hours", 72.0, begins=24.0)

    drawing = drawn(after)

    (dashed,) = [path for path in of(drawing, Path) if path.dashed]
    (bar,) = [box for box in of(drawing, Box) if box.fill is Ink.BRAND]
    assert dashed.points[1][0] == bar.x
    assert bar.x + bar.width == of(drawing, Dot)[0].x


def test_a_remark_is_said_in_words_and_marks_the_dot():
    drawing = drawn(TimelineNotice("X", "Y", "4 hours", 4.0, remark="verify first"))

    assert "verify first" in words(drawing)
    assert of(drawing, Dot)[0].fill is Ink.WARN


def test_nothing_makes_no_drawing():
    assert notice_timelines((), ENGLISH) == ()


def test_a_group_that_is_torn_bears_its_title_on_both_parts():
    parts = notice_timelines((TimelineGroup("Counted from awareness", (NOTICE,) * 40),), ENGLISH)

    assert len(parts) == 2
    assert all("Counted from awareness" in words(part.drawing) for part in parts)
    assert sum(len(group.notices) for part in parts for group in part.groups) == 40


def test_parts_share_one_scale():
    late = TimelineNotice("X", "Y", "1 year", 8760.0)

    parts = notice_timelines(
        (TimelineGroup("Counted from awareness", (NOTICE,) * 40 + (late,)),), ENGLISH
    )

    marks = [of(part.drawing, Dot)[0].x for part in parts]
    assert marks[0] == marks[1]


@QUICK
@given(GROUPS, st.floats(380.0, 520.0))
def test_words_never_overlap_and_nothing_leaves_the_drawing(groups, width):
    parts = notice_timelines(groups, ENGLISH, width)

    assert sum(len(one.notices) for part in parts for one in part.groups) == sum(
        len(one.notices) for one in groups
    )
    for part in parts:
        drawing = part.drawing
        assert drawing.height <= 600.0
        areas = [area(label) for label in of(drawing, Label) if label.text]
        assert not any(overlap(one, other) for one, other in combinations(areas, 2))
        for left, top, right, bottom in areas:
            assert left >= -1e-6
            assert top >= 0.0
            assert right <= drawing.width + 1e-6
            assert bottom <= drawing.height + 1e-6
        for box in of(drawing, Box):
            assert box.width >= 0.0
            assert box.x + box.width <= drawing.width + 1e-6
