from typing import Any

import pytest

from app.export.pdf.grid import KEPT_WHOLE, Grid, GridCell, GridLook, GridRow
from app.export.pdf.stack import Layer, Space, Stack
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BODY

LOOK = GridLook(padding_y=5)
HEAD, ECHO = GridRow((GridCell(),), 20), GridRow((GridCell(),), 20)


def grid(*heights, room=400.0) -> Any:
    rows = tuple(GridRow((GridCell(Stack((Layer(Space(h - 10)),))),)) for h in heights)
    return Grid((100,), rows, LOOK, room, HEAD, ECHO)


def test_a_grid_is_torn_between_rows_and_repeats_its_head():
    upper, lower = grid(*[50] * 8).split(200)

    assert (len(upper.rows), len(lower.rows)) == (3, 5)
    assert (upper.head, lower.head) == (HEAD, ECHO)
    assert upper.height + lower.height == 8 * 50 + 2 * 20


def test_the_last_row_does_not_stand_alone():
    upper, lower = grid(*[50] * 5).split(20 + 4 * 50)

    assert (len(upper.rows), len(lower.rows)) == (3, 2)


def test_a_tall_row_may_stand_alone_on_either_page():
    tall = grid(100, 50, 50, 100)

    assert tall.least == 20 + 100
    assert [len(part.rows) for part in tall.split(20 + 140)] == [1, 3]
    assert [len(part.rows) for part in tall.split(20 + 200)] == [3, 1]


def test_a_row_that_fits_a_page_is_never_torn():
    assert grid(300, 300).split(200) is None


def test_a_small_grid_stays_whole():
    small = grid(*[20] * 4)

    assert small.height <= KEPT_WHOLE
    assert small.split(80) is None
    assert small.least == small.height


def test_a_row_taller_than_a_page_is_torn_through_all_cells():
    setter = Typesetter(frozenset())
    long = setter.block("word " * 2000, BODY, 90, Element("TD"))
    short = setter.block("key", BODY, 90, Element("TD"))
    row = GridRow((GridCell(Stack((Layer(short),))), GridCell(Stack((Layer(long),)))))
    table: Any = Grid((100, 100), (row,), LOOK, 400, HEAD, ECHO)

    upper, lower = table.split(300)

    assert upper.height <= 300
    assert upper.rows[0].cells[0].content.height > 0
    assert lower.rows[0].cells[0].content.height == 0
    assert len(long.lines) == sum(
        len(part.rows[0].cells[1].content.layers[0].piece.lines) for part in (upper, lower)
    )


@pytest.mark.parametrize("room", [0, 25])
def test_no_room_is_no_place(room):
    assert grid(*[50] * 8).split(room) is None
