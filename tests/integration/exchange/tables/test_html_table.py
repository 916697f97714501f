from app.exchange.tables.html_table import PIECE, html_rows
from app.exchange.tables.refusals import LONGEST_CELL, MOST_COLUMNS


def cells(text):
    return [row for _, row in html_rows(text)]


def test_the_cells_of_a_table_are_read_as_text():
    text = (
        "<html><head><meta charset=utf-8><style>td{x:y}</style><body><!--x--><table>"
        "<tr><th>Name<th>Phone</tr><tr><td> Ada\n  Byron </td><td>1<br>2</td></tr></table>"
    )

    assert cells(text) == [["Name", "Phone"], ["Ada Byron", "1\n2"]]


def test_markup_and_scripts_inside_cells_are_not_text():
    text = (
        "<table><tr><td><b>A</b>&amp;<script>alert(1)</script><img src=x onerror=y>B"
        "<style>z</style></td></tr></table>"
    )

    assert cells(text) == [["A&B"]]


def test_escaped_markup_stays_text():
    assert cells("<table><tr><td>&lt;b&gt;x&lt;/b&gt;</table>") == [["<b>x</b>"]]


def test_only_the_first_table_counts_and_one_inside_a_cell_is_text():
    text = (
        "<table><tr><td>a<table><tr><td>b</td></tr></table></td><td>c</td></tr></table>"
        "<table><tr><td>d</table>"
    )

    assert cells(text) == [["ab", "c"]]


def test_a_cell_over_several_columns_leaves_room():
    assert cells("<table><tr><td colspan=2>a<td>b</table>") == [["a", "", "b"]]
    assert cells("<table><tr><td colspan='x'>a<td colspan=0>b</table>") == [["a", "b"]]


def test_a_bomb_of_columns_and_a_cell_without_end_are_cut():
    wide = cells("<table><tr>" + "<td colspan=999>a" * 50 + "</table>")
    long = cells(f"<table><tr><td>{'<b>x</b>' * 20_000}</table>")

    assert len(wide[0]) <= 50 * MOST_COLUMNS
    assert len(long[0][0]) <= LONGEST_CELL + 1


def test_reading_tells_how_far_it_is_and_pieces_are_put_together():
    told = []
    text = "<table><tr>" + "<td>Ada Byron</td>" * 20_000 + "</table>"

    rows = html_rows(text, lambda share, what: told.append(share))

    assert told == [0.0, PIECE / len(text)]
    assert set(rows[0][1]) == {"Ada Byron"}


def test_text_without_a_table_has_no_rows():
    assert cells("<p>Hello</p>") == []
    assert cells("</table></td><tr><td>x") == []


def test_a_table_that_never_ends_is_read():
    assert cells("<table><tr><td>a<td>b") == [["a", "b"]]
