import pytest

from app.domain.document.drawing import Anchor, Box, Dot, Drawing, Ink, Label, Path


def test_text_on_a_severity_has_an_ink_of_its_own():
    severities = [ink.value for ink in Ink if ink.value.startswith("severity-")]

    assert severities == [f"severity-{rank}" for rank in range(1, 5)]
    assert all(Ink(f"on-{name}") for name in severities)


def test_a_box_is_drawn_only_in_the_inks_it_names():
    box = Box(0, 0, 72, 36)

    assert (box.fill, box.stroke, box.radius) == (Ink.NONE, Ink.NONE, 0)


def test_a_path_is_a_plain_line_and_a_label_plain_text_unless_stated():
    path, label = Path(((0, 0), (72, 0))), Label(0, 12, "Lead")

    assert not path.arrow
    assert not path.dashed
    assert (label.ink, label.strong, label.anchor) == (Ink.INK, False, Anchor.START)


def test_shapes_are_painted_in_order():
    shapes = (Box(0, 0, 9, 9), Dot(4, 4, 1, Ink.BRAND))

    assert Drawing(9, 9, shapes).shapes == shapes


@pytest.mark.parametrize("shape", [Box, Path, Dot, Label, Drawing])
def test_shapes_can_be_kept_in_sets(shape):
    assert shape.__dataclass_params__.frozen
