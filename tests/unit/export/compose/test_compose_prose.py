import pytest

from app.domain.document.anchors import anchors
from app.domain.document.inline import LineBreak, Link, Mark, Text
from app.domain.document.tree import (
    Anchor,
    CrossReference,
    Heading,
    ListBlock,
    OpenPoint,
    Paragraph,
    Table,
    Voice,
)
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.export.compose.prose import ProseComposer
from tests.builders import plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.reading import heads, lines, rows

PLAN = plan_with(
    role("lead", "Incident lead"),
    Answer(rid("reporting.channel"), rid("detection_reporting"), "call <b>2222</b>"),
    profile=Profile(short_name="Northwind"),
)


def composed(source, anchors=()):
    composer = ProseComposer(
        scribe(PLAN), lambda name: f"open: {name}?", frozenset(anchors).__contains__
    )
    return composer.blocks(source, "section:scope", "Scope")


def content(source, anchors=()):
    (paragraph,) = composed(source, anchors)
    assert isinstance(paragraph, Paragraph)
    return paragraph.content


def test_a_variable_becomes_what_is_stated_literally_and_keeps_its_marks():
    assert content("Say **{{reporting.channel}}**") == (
        Text("Say "),
        Anchor("section:scope?reporting.channel"),
        Text("call <b>2222</b>", frozenset({Mark.BOLD})),
    )


def test_an_open_variable_becomes_an_open_point_with_its_question():
    assert content("{{legal.register}}")[-1] == OpenPoint("open: legal.register?")


def test_what_looks_like_a_variable_inside_a_value_stays_text():
    plan = plan_with(profile=Profile(short_name="{{7*7}} {{profile.owner}}"))
    composer = ProseComposer(scribe(plan), str, frozenset[str]().__contains__)

    assert lines(composer.blocks("We are {{organisation}}.", "a", "T")) == [
        "We are {{7*7}} {{profile.owner}}."
    ]


def test_a_reference_leads_to_its_place_under_the_name_of_the_record():
    assert content("[](role:lead)", {"role:lead"}) == (
        CrossReference("role:lead", "Incident lead"),
    )


def test_a_reference_without_a_place_is_only_the_name():
    assert content("[the boss](role:lead)") == (Text("Incident lead"),)


def test_a_reference_to_nothing_keeps_the_words_of_its_author():
    assert content("[the boss](role:gone)") == (Text("the boss"),)


def test_headings_stand_below_the_section_without_a_number():
    first, _, second = composed("## One\n\ntext\n\n### Two")

    assert first == Heading(3, "One", "section:scope.0", numbered=False, in_contents=False)
    assert second == Heading(3, "Two", "section:scope.2", numbered=False, in_contents=False)


def test_a_heading_keeps_the_words_of_links_references_and_variables():
    source = "## See [the site](https://x.example), [](role:lead), {{organisation}}, {{legal.no}}"

    assert lines(composed(source)) == ["See the site, Incident lead, Northwind, open: legal.no?"]


def test_a_table_takes_the_nearest_heading_as_its_caption_or_the_section():
    source = "| A | [B](https://b.example) |\n|---|---|\n| 1 | **2** |"

    (alone,) = composed(source)
    _, under = composed(f"## Times\n\n{source}")

    assert isinstance(alone, Table)
    assert isinstance(under, Table)
    assert (alone.caption, under.caption) == ("Scope", "Times")
    assert (heads(alone), rows(alone)) == (["A", "B"], [("1", "2")])


def test_lists_keep_their_order_and_depth():
    (made,) = composed("1. one\n   - inner\n2. two")

    assert isinstance(made, ListBlock)
    assert made.ordered
    assert [len(item.nested) for item in made.items] == [1, 0]
    assert lines([made]) == ["one", "inner", "two"]


def test_paragraphs_of_a_quote_are_parted_by_a_break():
    (made,) = composed("> one\n>\n> two")

    assert made == Paragraph((Text("one"), LineBreak(), Text("two")), Voice.QUOTE)


def test_a_rule_is_an_empty_paragraph():
    assert composed("one\n\n---\n\ntwo")[1] == Paragraph(())


def test_links_stay_links():
    assert content("[site](https://x.example)") == (Link("https://x.example", (Text("site"),)),)


@pytest.mark.parametrize(
    "hostile",
    ["<b>x", "</w:t>", "=cmd|x", "a < b & c", "{{ 7*7 }}", "e\u0301 مرحبا"],
)
def test_hostile_text_is_only_text(hostile):
    assert "".join(lines(composed(hostile))) == hostile


def places(source, *sought):
    """The names of the places in the text of `source`, without those of its headings."""
    composer = ProseComposer(scribe(PLAN), str, frozenset[str]().__contains__)
    made = composer.blocks(source, "section:scope", "Scope", sought)
    return [name for name in anchors(made) if "section:scope." not in name]


@pytest.mark.parametrize(
    "source",
    [
        "First. {}",
        "- one\n- two\n  - {}",
        "> Somebody said: {}",
        "| A | B |\n|---|---|\n| x | {} |",
        "First\n\nSecond **{}**",
    ],
    ids=["paragraph", "entry", "quote", "cell", "marked"],
)
def test_a_sentence_that_is_sought_is_a_place_wherever_it_stands(source):
    sentence = "The plan of {{organisation}}\nbinds all staff."
    assert places(
        source.format("The plan of {{organisation}} binds all staff."),
        "Other.",
        sentence.replace("{{organisation}}", "Northwind"),
    ) == [
        "section:scope#1",
        "section:scope?organisation",
    ]


def test_a_sentence_is_a_place_once_and_several_may_stand_together():
    twice = "One here. Two here.\n\nOne here."

    assert places(twice, "One here.", "Two here.") == ["section:scope#0", "section:scope#1"]


def test_an_open_variable_in_a_sentence_is_an_ellipsis():
    assert "section:scope#0" in places("Call {{legal.no}} first.", "Call … first.")


def test_a_heading_is_no_place_for_a_sentence():
    assert places("## All staff\n\nNone but all staff.", "All staff") == []
    assert places("## all staff\n\nNone but all staff.", "all staff") == ["section:scope#0"]
