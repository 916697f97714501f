"""What cells say, for every record of a whole plan."""

import pytest

from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from tests.ui.models.record_table.conftest import programme
from ui.models.record_form import EDITABLE
from ui.models.record_table import columns_of
from ui.models.record_table.words import CellWords, about_text, as_tip, said_cell


@pytest.mark.parametrize("kind", EDITABLE)
def test_no_cell_shows_an_id_or_the_name_of_a_class(qapp, sample_plan, shelf, kind):
    words = CellWords({regime.id: regime.name for regime in shelf.regimes()})
    ids = {str(key) for other in Kind for key in sample_plan.table(other)}

    said = [
        words.text(sample_plan, record, column)
        for record in sample_plan.table(kind).values()
        for column in columns_of(kind)
    ]

    assert all(isinstance(text, str) for text in said)
    assert not [text for text in said if "RecordId" in text or "Enum" in text or text[:1] == "("]
    linked = [text for text in said if text in ids and "-" in text]
    assert not linked


@pytest.mark.parametrize(
    ("kind", "key", "field", "said"),
    [
        (Kind.ROADMAP, "b", "by", "31 Mar 2027"),
        (Kind.ROADMAP, "a", "by", ""),
        (Kind.LOG_SOURCE, "w", "kept_for", "2 working days"),
        (Kind.ACTION, "x", "state", "Done"),
        (Kind.ACTION, "x", "about", "Person: Ada Byron"),
        (Kind.ACTION, "y", "about", "The whole plan"),
        (Kind.PERSON, "ada", "channels", "Mobile +44 117 496 0000"),
        (Kind.PERSON, "ada", "external", "No"),
        (Kind.TERM, "t", "meaning", "A leak\nof data"),
    ],
)
def test_a_value_is_said_as_people_read_it(qapp, kind, key, field, said):
    plan = programme()
    column = next(item for item in columns_of(kind) if item.name == field)

    assert CellWords().text(plan, plan.table(kind)[RecordId(key)], column) == said


@pytest.mark.parametrize(
    ("about", "said"),
    [
        ("people/gone", "Person: No longer in the plan"),
        ("sections/contacts", "Section: Contacts"),
        ("nonsense/x", "nonsense/x"),
        ("", "The whole plan"),
    ],
)
def test_what_an_action_is_about(qapp, about, said):
    assert about_text(programme(), about) == said


@pytest.mark.parametrize(
    ("text", "tip"),
    [
        ("", ""),
        ("<b>x</b>\ny", "<p>&lt;b&gt;x&lt;/b&gt;</p><p>y</p>"),
        ("a & b", "<p>a &amp; b</p>"),
    ],
)
def test_a_tooltip_shows_letters_not_marks(text, tip):
    assert as_tip(text) == tip


def test_a_tooltip_is_never_longer_than_the_window():
    assert as_tip("x " * 50_000).endswith("x\u2026</p>")
    assert len(as_tip("x " * 50_000)) < 1_000


def test_a_screen_reader_hears_heading_value_and_place(qapp):
    assert said_cell("Target", "15 minutes", 3, 12) == "Target, 15 minutes, row 3 of 12"
    assert said_cell("Target", "", 1, 1) == "Target, not stated, row 1 of 1"
