import pytest

from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import ActionState
from app.domain.plan.people import PartyKind
from app.domain.plan.programme import ExerciseState
from app.services.importing.values import addresses_of, choice_of, flag_of, lines_of, span_of


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("4 h", Duration(4, TimeUnit.HOURS)),
        ("90 days", Duration(90, TimeUnit.DAYS)),
        ("90 Tage", Duration(90, TimeUnit.DAYS)),
        ("6 mois", Duration(6, TimeUnit.MONTHS)),
        ("2 horas", Duration(2, TimeUnit.HOURS)),
        ("1 year", Duration(12, TimeUnit.MONTHS)),
        ("2 Wochen", Duration(14, TimeUnit.DAYS)),
        ("3 working days", Duration(3, TimeUnit.WORKING_DAYS)),
        ("at once", Duration(0, TimeUnit.MINUTES)),
    ],
)
def test_spans_of_four_languages_are_read(text, span):
    assert span_of(text) == span


@pytest.mark.parametrize("text", ["", "long", "4", "4 moons", "h 4", "99999999 days"])
def test_what_is_no_span_is_none(text):
    assert span_of(text) is None


@pytest.mark.parametrize("text", ["yes", "X", "Ja", "Oui", "Sí", "TRUE", "1", "\u2713"])
def test_yes(text):
    assert flag_of(text) is True


@pytest.mark.parametrize("text", ["no", "Nein", "non", "0", "false"])
def test_no(text):
    assert flag_of(text) is False


@pytest.mark.parametrize("text", ["perhaps", "", "?"])
def test_neither_yes_nor_no(text):
    assert flag_of(text) is None


@pytest.mark.parametrize(
    ("text", "options", "member"),
    [
        ("Law firm", PartyKind, PartyKind.COUNSEL),
        ("Versicherung", PartyKind, PartyKind.INSURER),
        ("csirt", PartyKind, PartyKind.CSIRT),
        ("In progress", ActionState, ActionState.OPEN),
        ("Erledigt", ActionState, ActionState.DONE),
        ("Durchgeführt", ExerciseState, ExerciseState.HELD),
        ("whatever", PartyKind, None),
    ],
)
def test_choices_are_known_by_their_words(text, options, member):
    assert choice_of(text, options) is member


def test_entries_stand_on_lines_or_between_semicolons():
    assert lines_of("\u2022 one\n* two;three\n\n;") == ("one", "two", "three")


def test_a_cell_may_hold_several_addresses():
    assert addresses_of("020 7946 0958 / 07700 900123; a@b.org\n a@b.org") == (
        "020 7946 0958",
        "07700 900123",
        "a@b.org",
    )
    assert addresses_of("030/123456") == ("030/123456",)
