from dataclasses import replace
from typing import Any

from app.domain.document.inline import plain
from app.domain.document.tree import Cell, Column, PageOf, Table
from app.export.pdf.tables import TableSetting, counted
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import TURNED_HEAD


def test_captions_are_counted():
    assert counted("Table", 3, " Roles ") == "Table 3. Roles"
    assert counted("Table", 3, "") == "Table 3"


def tagged(table) -> Any:
    root = Element("Document")
    flows = list(TableSetting(table, "Table 1", "key").flows(Typesetter(frozenset()), root))
    return flows, [(element.tag, element.scope) for element in root.walk()]


def test_a_table_is_tagged_with_heads_for_columns_and_rows():
    cells = (Cell((plain("k"),)), Cell((plain("v"),)))

    _, tags = tagged(Table("", (Column("a"), Column("b")), (cells,), row_heads=True))

    assert tags[2:] == [
        ("Caption", ""),
        ("THead", ""),
        ("TR", ""),
        ("TH", "Column"),
        ("TH", "Column"),
        ("TBody", ""),
        ("TR", ""),
        ("TH", "Row"),
        ("TD", ""),
    ]


def test_short_and_long_rows_get_as_many_cells_as_columns():
    cell = Cell((plain("v"),))

    flows, _ = tagged(Table("", (Column("a"), Column("b")), ((cell,), (cell,) * 3)))

    assert [len(row.cells) for row in flows[1].piece.rows] == [2, 2]


def test_a_cell_is_set_again_only_if_its_page_is_another():
    cells = tuple(Cell(((PageOf(name),),)) for name in ("a", "b"))
    setting = TableSetting(Table("", (Column("x"), Column("y")), ((*cells,),)), "Table 1", "key")
    setter = Typesetter(frozenset({"a", "b"}), {"a": 1, "b": 2})

    def told(pages):
        root: Any = Element("Document")
        flows: Any = setting.flows(setter.knowing(pages), root)
        _, grid = flows
        tags = [element.tag for element in root.walk()]
        return grid.piece.rows[0].cells, tags

    (first, tags), (second, again) = told({"a": 1, "b": 2}), told({"a": 1, "b": 3})

    assert tags == again
    assert first[0] is second[0]
    shown = [cell.content.layers[0].piece.lines[0].runs[0].text for cell in second]
    assert shown == ["1", "3"]


def test_a_table_without_columns_is_its_caption():
    flows, _ = tagged(Table("", (), ()))

    assert len(flows) == 1


def test_a_turned_head_asks_for_the_width_of_its_lines_only():
    cells = tuple(Cell((plain(sign),)) for sign in ("Declare the incident", "R", "A"))
    heads = (Column("Activity", 3), Column("Communications lead"), Column("Legal counsel"))

    def widths(turned):
        columns = (heads[0], *(replace(head, weight=0.01, turned=turned) for head in heads[1:]))
        (_, grid), _ = tagged(Table("", columns, (cells,)))
        return grid.piece.widths

    assert widths(turned=True)[1] < widths(turned=False)[1] / 2


def test_a_turned_head_is_as_high_as_its_longest_line_may_be():
    (_, grid), _ = tagged(Table("", (Column("a"), Column("b", turned=True)), ((Cell(),),)))

    assert grid.piece.height > TURNED_HEAD
