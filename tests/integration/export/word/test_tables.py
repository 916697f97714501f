"""Captioned tables repeat their heads and keep every cell."""

import pytest

from app.domain.document.inline import LineBreak, Link, plain
from app.domain.document.tree import Cell, Column, CrossReference, OpenPoint, PageOf, Table, Tone
from app.export.word.oxml import w
from app.export.word.tables import table
from tests.integration.export.word.reading import find, value, words


def made(block, scope):
    return w("body", *table(block, scope, 9_000))


def test_the_head_repeats_and_rows_stay_whole(scope):
    block = Table("Roles", (Column("Role"), Column("Name")), ((Cell((plain("IC"),)), Cell()),))

    body = made(block, scope)

    assert words(body).splitlines() == ["Table 1. Roles", "Role", "Name", "IC", ""]
    assert len(find(body, "w:tbl/w:tr[w:trPr/w:tblHeader]")) == 1
    assert len(find(body, "w:tbl/w:tr[w:trPr/w:cantSplit]")) == 2


@pytest.mark.parametrize(
    "content",
    [
        (plain("x" * 2_000),),
        (plain("x"),) * 40,
        ((LineBreak(),) * 40,),
        (plain("\n" * 40),),
        ((Link("https://example.org", plain("x" * 2_000)),),),
        ((OpenPoint("x" * 20),) * 100,),
    ],
)
def test_a_row_taller_than_a_page_may_break(scope, content):
    block = Table("Long", (Column("Text"),), ((Cell(content),),))

    body = made(block, scope)

    assert len(find(body, "w:tbl/w:tr[w:trPr/w:cantSplit]")) == 1


def test_a_toned_cell_is_painted_and_its_text_readable_on_it(scope):
    cells = (Cell((plain("SEV-1"),), Tone.SEVERITY_1), Cell((plain("calm"),)))

    body = made(Table("Severity", (Column("A"), Column("B")), (cells,)), scope)

    assert value(body, "w:tbl/w:tr[2]/w:tc[1]/w:tcPr/w:shd", "w:fill") == "B3261E"
    assert value(body, "w:tbl/w:tr[2]/w:tc[1]//w:color") == "FFFFFF"
    assert not find(body, "w:tbl/w:tr[2]/w:tc[2]/w:tcPr/w:shd")


def test_row_heads_and_strong_cells_are_bold(scope):
    cells = (Cell((plain("head"),)), Cell((plain("strong"),), strong=True), Cell((plain("plain"),)))
    columns = (Column("A"), Column("B"), Column("C"))

    body = made(Table("T", columns, (cells,), row_heads=True), scope)

    bold = [text.text for text in find(body, ".//w:r[w:rPr/w:b]/w:t")]
    assert bold == ["head", "strong"]


def test_a_row_of_the_wrong_length_is_a_bug_not_a_lost_cell(scope):
    block = Table("T", (Column("A"),), ((Cell(), Cell((plain("lost"),))),))

    with pytest.raises(ValueError, match="argument"):
        made(block, scope)


@pytest.mark.parametrize(("rows", "kept"), [(1, 0), (4, 3), (8, 7), (9, 0)])
def test_a_short_table_moves_to_the_next_page_rather_than_break(scope, rows, kept):
    block = Table("T", (Column("A"), Column("B")), ((Cell((plain("x"),)), Cell()),) * rows)

    body = made(block, scope)

    assert len(find(body, ".//w:tr[count(w:tc) = count(.//w:keepNext)]")) == kept


def test_all_that_can_stand_in_a_cell_is_measured(scope):
    content = ((CrossReference("roles", "Roles"), PageOf("roles"), OpenPoint("open")),)

    body = made(Table("T", (Column("A"),), ((Cell(content),),)), scope)

    assert words(body).splitlines()[-1] == "Roles4open"


def test_a_table_without_columns_is_its_caption(scope):
    body = made(Table("Roles", (), ((), ())), scope)

    assert words(body).splitlines() == ["Table 1. Roles"]
    assert find(body, "w:tbl") == []
