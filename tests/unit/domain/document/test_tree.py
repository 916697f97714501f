from dataclasses import FrozenInstanceError, replace

import pytest

from app.domain.document.drawing import Ink
from app.domain.document.inline import plain
from app.domain.document.tree import (
    Callout,
    Cell,
    Cover,
    Document,
    Form,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    PageOf,
    Paragraph,
    Table,
    Tone,
    Voice,
)
from tests.builders import WORDING, document


def test_a_bare_document_is_final_and_carries_nothing():
    bare = document()

    assert (bare.watermark, bare.attachments, bare.body) == ("", (), ())


def test_documents_that_say_the_same_are_equal():
    body = (Heading(1, "Scope", "scope"), Paragraph(plain("All sites.")))

    assert document(*body) == document(*body)
    assert document(*body) != document(body[0])
    assert replace(document(), watermark="DRAFT") != document()


def test_a_document_cannot_be_altered():
    with pytest.raises(FrozenInstanceError):
        document().watermark = "DRAFT"  # type: ignore[misc]


def test_every_tone_of_meaning_has_an_ink():
    assert {tone.value for tone in Tone} - {ink.value for ink in Ink} == {"neutral", "info"}


def test_a_heading_is_numbered_and_listed_unless_stated():
    heading = Heading(1, "Scope", "scope")

    assert (heading.numbered, heading.in_contents, heading.new_page) == (True, True, False)


def test_blocks_are_plain_unless_stated():
    assert Paragraph(()).voice is Voice.BODY
    assert not ListBlock((ListItem(plain("one")),)).ordered
    assert (Cell().paragraphs, Cell().tone) == ((), Tone.NEUTRAL)
    assert not Table("People", (), ()).wide
    assert Callout("Note", ()).tone is Tone.INFO
    assert Form("Log", (FormField("Time"),)).fields[0].lines == 1


def test_a_cover_names_the_organisation():
    cover = Cover("Harbour Water", "Plan", "", ())

    assert (
        Document(document().metadata, cover, (), wording=WORDING).cover.organisation
        == "Harbour Water"
    )


def test_the_places_of_several_pages_are_one_list():
    assert PageOf("a").anchors == ("a",)
    assert PageOf("a", ("b", "c")).anchors == ("a", "b", "c")
