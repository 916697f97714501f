"""Properties stand where the schema wants them."""

from app.export.word.donor.style_order import into_paragraph, into_style
from app.export.word.oxml import w


def tags(element):
    return [str(child.tag).rpartition("}")[2] for child in element]


def test_a_property_goes_between_those_before_and_after_it():
    properties = w("pPr", w("keepLines"), w("spacing"), w("jc", val="left"))

    for one in (w("outlineLvl", val=0), w("numPr"), w("keepNext")):
        into_paragraph(properties, one)

    assert tags(properties) == ["keepNext", "keepLines", "numPr", "spacing", "jc", "outlineLvl"]


def test_a_property_takes_the_place_of_its_like():
    properties = w("pPr", w("outlineLvl", val=3), w("outlineLvl", val=4))

    into_paragraph(properties, w("outlineLvl", val=9))

    assert [child.values() for child in properties] == [["9"]]


def test_paragraph_properties_of_a_style_stand_before_its_letters():
    style = w("style", w("name", val="x"), w("unknown"), w("rPr"))

    into_style(style, w("pPr"))

    assert tags(style).index("pPr") < tags(style).index("rPr")
    assert tags(style).index("name") < tags(style).index("pPr")
