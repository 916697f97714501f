from app.domain.document.inline import Mark, Text
from app.domain.document.tree import ListBlock, Paragraph
from app.export.compose.labelled import fact, labelled, points
from tests.unit.export.compose.reading import lines


def test_a_fact_has_a_bold_label_and_literal_words():
    assert fact("Trigger:", "<b>").content == (
        Text("Trigger: ", frozenset({Mark.BOLD})),
        Text("<b>"),
    )


def test_points_stand_under_their_label():
    made = points("Checks:", ("one", "", "two"))

    assert lines(made) == ["Checks:", "one", "two"]
    assert [type(block) for block in made] == [Paragraph, ListBlock]


def test_no_points_make_no_label():
    assert points("Checks:", ()) == []
    assert points("Checks:", ("", " ")) == []


def test_nothing_has_no_label():
    assert labelled("Keep:", ()) == ()
    assert labelled("Keep:", (Text("x"),)) == (Text("Keep: ", frozenset({Mark.BOLD})), Text("x"))
