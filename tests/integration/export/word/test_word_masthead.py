"""A compact cover is a coloured head above the text."""

from app.domain.document.inline import plain
from app.domain.document.tree import Callout, Cover, Paragraph, Voice
from app.export.word.callout import callout
from app.export.word.masthead import masthead
from app.export.word.oxml import w
from tests.integration.export.word.reading import words


def test_the_masthead_shows_all_it_was_given():
    block = Cover("Harbour", "Card", "", (("Hash", "ab"),), compact=True)

    body = w("body", *masthead(block, 9_000))

    assert words(body).split("\n")[:3] == ["Harbour", "Card", "Hash: ab"]


def test_two_remarks_stand_in_one_row(scope):
    right = Callout("Do not", (Paragraph(plain("Two")),))
    block = Callout("Do", (Paragraph(plain("One"), Voice.LEAD),), beside=right)

    elements = callout(block, scope, 9_000)

    (table,) = [one for one in elements if one.tag.endswith("}tbl")]
    assert [len(row.findall("{*}tc")) for row in table.iter("{*}tr")] == [3]
    assert (
        sum(int(str(next(iter(col.attrib.values())))) for col in table.iter("{*}gridCol")) == 9_000
    )
    assert [text for text in words(w("body", table)).split("\n") if text] == [
        "Do",
        "One",
        "Do not",
        "Two",
    ]
