import pytest

from app.domain.document.anchors import anchors
from app.domain.document.inline import Text, plain
from app.domain.document.tree import (
    Anchor,
    Callout,
    Cell,
    Column,
    CrossReference,
    Facts,
    Heading,
    Inlines,
    ListBlock,
    ListItem,
    Paragraph,
    Table,
    Tone,
    Voice,
)
from app.export.compose.pruning import led, pruned
from tests.unit.export.compose.reading import lines

BOTH: Inlines = (Anchor("wanted"), *plain("words"), Anchor("idle"))
LIST = ListBlock((ListItem(BOTH, (ListBlock((ListItem(BOTH),)),)),), ordered=True)
BLOCKS = (
    Paragraph(BOTH, Voice.NOTE),
    LIST,
    Table("T", (Column("A"),), ((Cell((BOTH, BOTH), Tone.BAD, strong=True),),), "t"),
    Facts((("Label", BOTH),)),
    Callout("Title", (Paragraph(BOTH), LIST), Tone.WARN),
)


@pytest.mark.parametrize("block", BLOCKS, ids=lambda block: type(block).__name__)
def test_only_wanted_places_stay_and_all_else_does(block):
    kept = pruned(block, {"wanted", "t"})

    assert set(anchors([kept])) - {"t"} == {"wanted"}
    assert lines([kept]) == lines([block])
    assert pruned(block, {"wanted", "idle"}) == block


def test_a_cell_keeps_its_tone():
    made = pruned(BLOCKS[2], ())

    assert isinstance(made, Table)
    assert (made.rows[0][0].tone, made.rows[0][0].strong) == (Tone.BAD, True)


def test_a_heading_stays_what_it_is():
    heading = Heading(1, "One", "idle")

    assert pruned(heading, ()) is heading


def test_a_callout_beside_another_is_pruned_too():
    one = Callout("Left", (Paragraph(BOTH),), beside=Callout("Right", (LIST,)))

    kept = pruned(one, {"wanted"})

    assert set(anchors([one])) == {"wanted", "idle"}
    assert set(anchors([kept])) == {"wanted"}


def test_references_that_lead_nowhere_become_text():
    here, gone = CrossReference("here", "Here"), CrossReference("gone", "Gone")

    made = led(Paragraph((here, gone, Text("."))), {"here"})

    assert made == Paragraph((here, Text("Gone"), Text(".")))
