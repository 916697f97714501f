from typing import Any

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Callout,
    Facts,
    Form,
    FormField,
    ListBlock,
    ListItem,
    Paragraph,
    Tone,
)
from app.export.pdf.frames import callout_flow, facts_flow, form_flows
from app.export.pdf.trace import Element
from app.export.pdf.typesetter import Typesetter
from app.export.theme import BLANK_LINE, TONES

SETTER = Typesetter(frozenset())


def tags(root):
    return [element.tag for element in root.walk()][1:]


def test_facts_are_a_table_whose_labels_head_rows():
    root = Element("Document")

    facts_flow(Facts((("Owner", plain("Ada")), ("Blank", ()))), SETTER, 400, root)

    assert tags(root) == ["Table", "TBody", "TR", "TH", "TD", "TR", "TH", "TD"]


def test_a_callout_is_framed_in_the_colours_of_its_tone():
    root = Element("Document")
    body = (Paragraph(plain("a")), ListBlock((ListItem(plain("b")),)))

    flow: Any = callout_flow(Callout("Title", body, Tone.BAD), SETTER, 400, root)

    assert flow.piece.look.edge == TONES[Tone.BAD].edge
    assert flow.piece.rows[0].cells[0].ground == TONES[Tone.BAD].ground
    assert tags(root) == ["Div", "P", "P", "L", "LI", "Lbl", "LBody"]


def test_a_blank_is_as_high_as_its_lines():
    one, five = (
        list(form_flows(Form("", (FormField("x", lines=n),)), SETTER, 400, Element("Document")))
        for n in (1, 5)
    )

    assert five[0].piece.height - one[0].piece.height >= 4 * BLANK_LINE


def test_a_form_keeps_its_title():
    title, _ = form_flows(Form("Custody", (FormField("x"),)), SETTER, 400, Element("Document"))

    assert title.keeps_next
