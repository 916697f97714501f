"""The outline numbers headings the way both renderers print them."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from app.domain.document.outline import (
    Count,
    Outline,
    OutlineHeading,
    OutlineTable,
    count_headings,
    differences,
    heading_numbers,
    outline,
)
from app.domain.document.tree import (
    Block,
    Cell,
    Column,
    Cover,
    Document,
    Heading,
    Metadata,
    Table,
)
from tests.builders import WORDING

METADATA = Metadata(
    title="Plan",
    organisation="Harbour Water",
    document_id="HW-1",
    version="1.0",
    status="draft",
    sharing_label="Internal",
    language="en-GB",
    author="",
    subject="",
    keywords=(),
    created=datetime(2026, 1, 2, tzinfo=UTC),
    content_hash="",
    dated=date(2026, 1, 2),
)


def document(*body: Block) -> Document:
    return Document(METADATA, Cover("Harbour Water", "Plan", "", ()), body, wording=WORDING)


@pytest.mark.parametrize(
    ("levels", "numbers"),
    [
        ((1, 1), ("1", "2")),
        ((1, 2, 3, 3, 2, 1, 2), ("1", "1.1", "1.1.1", "1.1.2", "1.2", "2", "2.1")),
        ((1, 3, 3, 2), ("1", "1.1.1", "1.1.2", "1.2")),
        ((2, 1), ("1.1", "2")),
        ((1, 4), ("1", "1.1.1")),
        ((0,), ("1",)),
    ],
)
def test_headings_count_within_their_parent(levels, numbers):
    counted = tuple(count_headings(((level, Count.NUMBERS) for level in levels), "Annex"))

    assert counted == numbers


def test_an_unnumbered_heading_leaves_the_count_alone():
    headings = (
        Heading(1, "A", "a"),
        Heading(1, "Annex", "x", numbered=False),
        Heading(1, "B", "b"),
    )

    assert heading_numbers(headings, "Annex") == ("1", "", "2")


def test_annexes_are_lettered_apart_from_the_chapters():
    headings = (
        Heading(1, "One", "1"),
        Heading(1, "A", "a", annex=True),
        Heading(2, "First", "b", annex=True),
        Heading(3, "Deep", "c", annex=True),
        Heading(2, "Quiet", "d", numbered=False, annex=True),
        Heading(1, "B", "e", annex=True),
        Heading(2, "First", "f", annex=True),
        Heading(2, "Also", "2"),
    )

    found = heading_numbers(headings, "Annex")

    assert found == ("1", "Annex A", "A.1", "A.1.1", "", "Annex B", "B.1", "1.1")


@pytest.mark.parametrize(("place", "letter"), [(1, "A"), (26, "Z"), (27, "AA"), (53, "AAA")])
def test_letters_go_on_behind_the_last(place, letter):
    headings = [Heading(1, "X", "x", annex=True)] * place

    assert heading_numbers(headings, "")[-1] == letter


def test_the_outline_names_annexes_in_the_documents_language():
    tree = replace(
        document(Heading(1, "X", "x", annex=True)), wording=replace(WORDING, annex="Anhang")
    )

    assert outline(tree).headings[0].number == "Anhang A"


def test_the_outline_lists_headings_and_captioned_tables_in_order():
    table = Table("Contact\n points", (Column("Role"), Column("Phone ")), ((Cell(), Cell()),) * 2)
    tree = document(Heading(1, "Scope  and\naims", "s"), table, Heading(2, "Aims", "a"))

    found = outline(tree)

    assert found == Outline(
        (OutlineHeading(1, "1", "Scope and aims"), OutlineHeading(2, "1.1", "Aims")),
        (OutlineTable("Contact points", ("Role", "Phone"), 2, 1),),
    )


def test_a_document_without_headings_has_an_empty_outline():
    assert outline(document()) == Outline((), ())


def test_differences_name_what_departs_and_stay_silent_otherwise():
    wanted = Outline(
        (OutlineHeading(1, "1", "Scope"), OutlineHeading(1, "2", "Roles")),
        (OutlineTable("Contacts", ("Role",), 2, 1),),
    )
    found = Outline(
        (OutlineHeading(1, "1", "Scope"),), (OutlineTable("Contacts", ("Role",), 1, 1),)
    )

    said = differences(wanted, found)

    assert differences(wanted, wanted) == ()
    assert len(said) == 2
    assert "2 Roles" in said[0]
    assert "; 1 rows)" in said[1]


def test_what_readers_see_alike_is_no_difference():
    wanted = Outline((OutlineHeading(1, "1", "Scope"),), ())
    found = Outline((OutlineHeading(1, "1", "SCOPE"),), ())

    assert differences(wanted, found, str.casefold) == ()
    assert len(differences(wanted, found)) == 1
    assert len(differences(wanted, Outline((), ()), lambda text: "")) == 1
