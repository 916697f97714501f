import locale
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from app.domain.document.inline import Text, plain
from app.domain.document.labels import Labels
from app.domain.document.tree import Anchor, Cell, OpenPoint, PageOf, Tone
from app.domain.plan.durations import Duration, TimeUnit
from app.export.compose.scribe import Scribe
from tests.builders import plan_with, role
from tests.labels import scribe
from tests.unit.export.compose.reading import GAP, cell_words, heads, rows

WRITER = scribe(plan_with())
cell, words, listed, marked = WRITER.cell, WRITER.words, WRITER.listed, WRITER.marked


def test_stated_words_stand_as_they_are():
    assert cell_words(cell("<b> & {{x}}")) == "<b> & {{x}}"


@pytest.mark.parametrize("blank", ["", "  ", "\n\t"])
def test_blank_words_leave_a_visible_gap(blank):
    assert words(blank) == (OpenPoint("not stated"),)
    assert cell_words(cell(blank)) == GAP


def test_each_line_of_a_cell_is_a_paragraph_and_blank_ones_go():
    assert cell_words(cell("one\n\n two \n")) == "one\n two "


def test_a_cell_keeps_its_tone_and_weight():
    made = cell("x", Tone.BAD, strong=True)

    assert (made.tone, made.strong) == (Tone.BAD, True)


def test_a_list_has_a_paragraph_an_item_without_the_blank_ones():
    assert cell_words(listed(("one", " ", "two"))) == "one\ntwo"


@pytest.mark.parametrize("nothing", [(), ("",), (" ", "\n")])
def test_a_list_that_says_nothing_is_a_gap(nothing):
    assert cell_words(listed(nothing)) == GAP


def test_an_undecided_span_is_blank():
    assert WRITER.span(None) == ""
    assert WRITER.span(Duration(1, TimeUnit.HOURS)) == "1 hour"


def test_days_are_english_whatever_the_computer_speaks():
    before = locale.setlocale(locale.LC_TIME)
    try:
        for name in ("de_DE.UTF-8", "C.UTF-8", "C"):
            try:
                locale.setlocale(locale.LC_TIME, name)
            except locale.Error:
                continue
            assert WRITER.day(date(2026, 3, 1)) == "1 March 2026"
    finally:
        locale.setlocale(locale.LC_TIME, before)


def test_no_day_is_blank():
    assert WRITER.day(None) == ""


def test_a_moment_is_printed_in_utc_and_none_is_blank():
    berlin = timezone(timedelta(hours=1))

    assert (
        WRITER.moment(datetime(2026, 11, 30, 0, 5, tzinfo=berlin)) == "29 November 2026, 23:05 UTC"
    )
    assert WRITER.moment(None) == ""


def test_a_moment_at_the_end_of_the_calendar_is_only_a_day():
    assert (
        WRITER.moment(datetime.max.replace(tzinfo=timezone(timedelta(hours=-1))))
        == "31 December 9999"
    )
    assert WRITER.moment(datetime.min.replace(tzinfo=UTC)) == "1 January 1, 00:00 UTC"


def test_a_marked_cell_is_the_place_of_its_record():
    made = marked(role("lead"), cell("Incident\nlead", Tone.BAD, strong=True))

    first, second = made.paragraphs
    assert first == (Anchor("record:roles/lead"), *plain("Incident"))
    assert second == plain("lead")
    assert (made.tone, made.strong) == (Tone.BAD, True)


def test_an_empty_cell_can_be_marked():
    assert marked(role("lead"), Cell()).paragraphs == ((Anchor("record:roles/lead"),),)


FRENCH = Scribe(
    plan_with(),
    Labels(
        "fr",
        {
            "list.label": "{label} :",
            "list.comma": " / ",
            "a.name": "Nom de {who}",
            "a.place": "{place} (p. {page}) : {what}",
            "a.plain": "Rien.",
        },
    ),
)


def test_labels_stand_before_what_they_tell_as_the_language_has_it():
    assert FRENCH.lead("a.name", who="X") == "Nom de X :"
    assert FRENCH.labelled("a.plain", "oui") == "Rien. : oui"
    assert FRENCH.labelled("a.plain", " ") == ""


def test_items_stand_on_one_line_without_the_blank_ones():
    assert FRENCH.commas(("one", "", "two")) == "one / two"
    assert FRENCH.commas(()) == ""


def test_a_sentence_has_more_than_text_in_its_blanks():
    page = PageOf("x")

    made = FRENCH.sentence("a.place", place="Ici {page}", page=(page,), what=())

    assert made == (Text("Ici {page} (p. "), page, Text(") : "))
    assert FRENCH.sentence("a.plain") == (Text("Rien."),)


def test_a_sentence_without_what_fills_a_blank_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        FRENCH.sentence("a.place", place="Ici")


def test_a_table_makes_cells_of_strings_and_heads_its_rows():
    weights = {"terms.term": 2.0, "terms.meaning": 1.0}

    made = WRITER.table("Caption", weights, [("x", ""), ("y", Cell())], "t")

    assert heads(made) == ["Term", "Meaning"]
    assert [column.weight for column in made.columns] == [2.0, 1.0]
    assert rows(made) == [("x", GAP), ("y", "")]
    assert (made.anchor, made.row_heads, made.wide) == ("t", True, False)


def test_the_clock_of_a_moment_can_tell_seconds():
    moment = datetime(2026, 11, 30, 16, 5, 9, tzinfo=UTC)

    assert WRITER.moment(moment, "%H:%M:%S") == "30 November 2026, 16:05:09 UTC"
