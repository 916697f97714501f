"""Empty paragraphs stand only where Word needs one."""

from app.export.word.air import AIR, aired
from app.export.word.oxml import w
from app.export.word.paragraphs import gap, on_new_page, paragraph
from app.export.word.runs import text_run
from tests.integration.export.word.reading import find, part, value


def text(style="BodyText", *properties):
    return paragraph(style, [text_run("x")], *properties)


def shape(elements):
    names = {"BodyText": "p", "TableGap": "-", "Heading1": "h"}
    return "".join(
        "t" if one.tag.endswith("}tbl") else names[value(one, "w:pPr/w:pStyle")] for one in elements
    )


def test_a_sliver_beside_text_gives_way_to_the_distance_of_the_text():
    before, table, after = text(), w("tbl"), text()

    made = aired([before, gap(keep=True), table, gap(), after])

    assert shape(made) == "ptp"
    assert value(before, "w:pPr/w:spacing", "w:after") == str(AIR)
    assert value(after, "w:pPr/w:spacing", "w:before") == str(AIR)


def test_two_tables_keep_one_between_them():
    assert shape(aired([w("tbl"), gap(), w("tbl"), gap()])) == "t-t-"


def test_two_slivers_between_tables_are_one():
    assert shape(aired([w("tbl"), gap(), gap(keep=True), w("tbl")])) == "t-t"


def test_headings_keep_their_own_distance():
    heading = text("Heading1")

    assert shape(aired([heading, gap(keep=True), w("tbl"), gap(), heading])) == "hth"
    assert not find(heading, "w:pPr/w:spacing")


def test_a_sliver_that_begins_a_page_and_the_last_one_stay():
    broken = on_new_page([w("tbl")])

    assert shape(aired([text(), *broken, gap()])) == "p-t-"


def test_spacing_stands_where_the_schema_wants_it():
    after = text("BodyText", w("tabs", w("tab", val="left", pos=3)), w("jc", val="center"))

    aired([w("tbl"), gap(), after])

    order = [str(one.tag).rpartition("}")[2] for one in after[0]]
    assert order == ["pStyle", "tabs", "spacing", "jc"]


def test_the_specimen_has_no_empty_paragraph_but_between_tables(rendered):
    body = part(rendered)[0]

    for one in body:
        empty = one.tag.endswith("}p") and not find(one, ".//w:t | .//w:drawing | w:pPr/w:sectPr")
        if empty:
            neighbours = (one.getprevious(), one.getnext())
            assert all(each is not None and each.tag.endswith("}tbl") for each in neighbours)
