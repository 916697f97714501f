from app.domain.document.tree import Form, FormField
from app.export.pdf.blank_tables import blank_table_flows
from app.export.pdf.frames import form_flows
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BLANK_LINE

SETTER = Typesetter(frozenset())
WIDTH = 400.0


def flows(lines=2, hint="", columns=("Time", "Fact or action")):
    root = Element("Document")
    field = FormField("Entries", hint, lines, columns)
    return root, list(blank_table_flows(field, SETTER, WIDTH, root, 12.0))


def test_heads_stand_over_as_many_empty_rows_as_lines():
    root, (label, grid) = flows(lines=3, hint="One a row")

    tags = [element.tag for element in root.walk()][1:]
    body = ["TR", "TD", "TD"] * 3
    assert tags == ["P", "P", "Table", "THead", "TR", "TH", "TH", "TBody", *body]
    assert label.keeps_next
    assert len(grid.piece.rows) == 3
    assert all(height >= BLANK_LINE for height in grid.piece.heights)


def test_the_columns_share_the_whole_width_and_heads_are_not_cut():
    _, (_, grid) = flows(columns=("No.", "Unforeseeablenesses", "A rather long head of a column"))

    assert sum(grid.piece.widths) == WIDTH
    assert grid.piece.widths[1] > grid.piece.widths[0]


def test_no_lines_still_leave_one_row():
    _, (_, grid) = flows(lines=0)

    assert len(grid.piece.rows) == 1


def test_more_columns_than_fit_are_set_all_the_same():
    _, (_, grid) = flows(columns=tuple(f"Column number {at}" for at in range(40)))

    assert len(grid.piece.widths) == 40


def test_tables_stand_between_the_blanks_of_their_form():
    fields = (FormField("Number"), FormField("Log", columns=("A",)), FormField("Closed"))

    pieces = list(form_flows(Form("", fields), SETTER, WIDTH, Element("Document")))

    assert [len(getattr(flow.piece, "rows", ())) for flow in pieces] == [1, 0, 1, 1]
