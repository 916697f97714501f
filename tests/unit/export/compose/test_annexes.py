from dataclasses import replace

from app.domain.document.inline import plain
from app.domain.document.labels import Labels
from app.domain.document.tree import CrossReference, Heading, PageOf, Paragraph
from app.export.compose.annexes import annex_heading, annexes, in_annex, pointers
from app.export.compose.chapters import Annex, Chapter, Material
from app.export.compose.prose import ProseComposer
from app.export.compose.scribe import Scribe
from tests.builders import plan_with
from tests.unit.export.compose.judged import written
from tests.unit.export.compose.reading import words

PLAN = plan_with(written("roles"), written("contacts"), written("metrics", not_applicable="No."))
TEXT = Paragraph(plain("Something."))
CARD = Heading(3, "Card", "card")
ASIDE = Heading(3, "Aside", "aside", numbered=False)


KEYS = ("Empty", "Full", "Not applicable", "Of no section", "Last", "Cards", "People", "RACI")
SAID = Labels(
    "de",
    {
        "page.annex": "Anhang",
        "pointer": "It is in {annex}, page {page}.",
        "other": "On page {page} of {annex}: RACI.",
        **{key: f"Die {key}" for key in (*KEYS, "Roles", "More")},
    },
)
WRITER = Scribe(PLAN, SAID)


def chapter(section, *blocks, title="", pointer="pointer"):
    return Chapter(section, pointer, lambda _: blocks, title)


def made(*wanted):
    prose = ProseComposer(WRITER, str, lambda _: False)
    return annexes(wanted, Material(WRITER, prose, {}))


def test_letters_close_up_over_annexes_without_anything():
    found = made(
        Annex("a", "Empty", (chapter("roles"),)),
        Annex("b", "Full", (chapter("roles", TEXT),)),
        Annex("c", "Not applicable", (chapter("metrics", TEXT),)),
        Annex("d", "Of no section", (chapter("training", TEXT),)),
        Annex("e", "Last", (chapter("contacts", TEXT),)),
    )

    assert [(annex.number, annex.heading.text) for annex in found] == [
        ("Anhang A", "Die Full"),
        ("Anhang B", "Die Last"),
    ]


def test_an_annex_begins_a_page_and_heads_each_chapter_with_a_title():
    (annex,) = made(Annex("a", "Cards", (chapter("roles", CARD, TEXT, title="Roles"),)))

    assert annex.blocks == (
        Heading(1, "Die Cards", "annex:a", new_page=True, annex=True),
        Heading(2, "Die Roles", "annex:a.1", in_contents=False, annex=True),
        Heading(3, "Card", "card", in_contents=False, annex=True),
        TEXT,
    )


def test_without_a_title_counted_headings_move_up_and_others_stay():
    (annex,) = made(Annex("a", "Cards", (chapter("roles", CARD, ASIDE),), listed=True))

    assert annex.blocks[1:] == (
        Heading(2, "Card", "card", annex=True),
        Heading(3, "Aside", "aside", numbered=False, in_contents=False, annex=True),
    )


def test_an_annex_that_is_not_listed_keeps_its_headings_out_of_the_contents():
    (annex,) = made(Annex("a", "Cards", (chapter("roles", CARD),)))

    assert [block.in_contents for block in annex.blocks if isinstance(block, Heading)] == [
        True,
        False,
    ]


def test_a_section_points_to_the_page_of_each_of_its_chapters():
    found = made(
        Annex(
            "a",
            "Roles",
            (
                chapter("roles", TEXT, title="Cards"),
                chapter("contacts", TEXT, title="People"),
                chapter("roles", TEXT, title="RACI", pointer="other"),
            ),
        ),
        Annex("b", "More", (chapter("roles", TEXT),)),
    )

    said = pointers(found, WRITER)

    assert set(said) == {"roles", "contacts"}
    line = said["roles"]
    assert words(line.content) == (
        "It is in Anhang A, page #. On page # of Anhang A: RACI. It is in Anhang B, page #."
    )
    assert [item for item in line.content if isinstance(item, PageOf)] == [
        PageOf("annex:a.1"),
        PageOf("annex:a.3"),
        PageOf("annex:b"),
    ]
    leads = [item for item in line.content if isinstance(item, CrossReference)]
    assert leads[-1] == CrossReference("annex:b", "Anhang B", counted=True)


def test_nothing_annexed_is_pointed_to_by_nobody():
    assert pointers(made(Annex("a", "Empty", (chapter("roles"),))), WRITER) == {}


def test_headings_of_the_evidence_count_as_in_an_annex():
    heading, text = in_annex((CARD, TEXT))

    assert heading == replace(CARD, annex=True, in_contents=False)
    assert text is TEXT
    assert annex_heading("x", "Evidence").anchor == "annex:x"
