from typing import Any

from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Anchor,
    Callout,
    Cell,
    Column,
    Heading,
    ListBlock,
    ListItem,
    OpenPoint,
    Paragraph,
    Table,
)
from app.export.compose.clipping import ELLIPSIS
from app.export.compose.one_page import PAGE, height, on_one_page, shortened

HEADING = Heading(1, "Now", "now")


def table(*texts):
    columns = (Column("One"), Column("Two", 3.0))
    return Table("T", columns, tuple((Cell(), Cell((plain(text),))) for text in texts))


def only_table(blocks) -> Any:
    """The one table there is, as it comes out."""
    (made,) = on_one_page(blocks)
    return made


def callout(text):
    return Callout("Do", (ListBlock((ListItem(plain(text)),)), Paragraph(plain(text))))


def test_what_fits_stays_as_it_is():
    blocks = (HEADING, callout("Call."), table("a", "b"))

    assert on_one_page(blocks) == blocks


def test_no_blocks_fit():
    assert on_one_page(()) == ()


def test_what_does_not_fit_is_cut_until_it_does():
    made: Any = on_one_page((HEADING, callout("word " * 400), table(*["word " * 200] * 8)))

    assert sum(map(height, made)) <= PAGE
    assert made[0] == HEADING
    assert all(row[1].paragraphs[0][0].text.endswith(ELLIPSIS) for row in made[2].rows)


def test_nothing_is_cut_more_than_it_must_be():
    short, long = "word", "word " * 900

    made = only_table((table(short, long),))

    assert made.rows[0][1].paragraphs == (plain(short),)
    assert len(made.rows[1][1].paragraphs[0][0].text) > 250


def test_of_many_texts_in_a_cell_the_first_are_kept():
    cells = (Cell(), Cell(tuple(plain(f"name {n}") for n in range(12))))
    whole = Table("T", (Column("One"), Column("Two")), (cells,) * 12)

    made = only_table((whole,))

    kept = made.rows[0][1].paragraphs
    assert 0 < len(kept) < 12
    assert kept[0][0] == Text("name 0")
    assert kept[-1][-1] == Text(f" {ELLIPSIS}")


def test_letters_of_other_scripts_take_more_room():
    assert height(table("a" * 199)) < height(table("Ω" * 199)) < height(table("漢" * 199))


def test_more_text_and_more_rows_are_higher():
    assert height(table("a")) < height(table("a", "b")) < height(table("a", "b " * 400))
    assert height(callout("a")) < height(callout("a " * 400))


def test_a_text_of_several_runs_is_cut_as_one():
    content = (Text("one "), Anchor("here"), OpenPoint("two three"), Text(" four"))

    assert shortened(content, 8) == (Text("one "), Anchor("here"), OpenPoint(f"two{ELLIPSIS}"))
    assert shortened(content, 100) == content


def test_a_text_is_cut_after_a_word():
    assert shortened((Text("the cause is known"),), 17) == (Text(f"the cause is{ELLIPSIS}"),)
