from datetime import date

import pytest

from app.domain.document.labels import Counted, Labels
from app.domain.plan.durations import Duration, TimeUnit

SAID = Labels(
    "de",
    {
        "control.title": "Lenkung",
        "control.page": "Seite {number}",
        "date.pattern": "{day}. {month} {year}",
        "date.month.3": "März",
        "span.at-once": "sofort",
        "span.hours": Counted("{n} Stunde", "{n} Stunden"),
        "list.comma": ", ",
        "list.last": "{items} und {last}",
        "answer.yes": "ja",
        "answer.no": "nein",
    },
)


def test_a_label_is_said_with_its_blanks_filled():
    assert SAID("control.title") == "Lenkung"
    assert SAID("control.page", number=7) == "Seite 7"


def test_what_fills_a_blank_is_no_pattern():
    assert SAID("control.page", number="{n} {0.__class__}") == "Seite {n} {0.__class__}"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("as it is", "as it is"),
        (12, "12"),
        (True, "ja"),
        (False, "nein"),
        (date(2026, 3, 1), "1. März 2026"),
        (Duration(0, TimeUnit.HOURS), "sofort"),
        (Duration(1, TimeUnit.HOURS), "1 Stunde"),
        (Duration(4, TimeUnit.HOURS), "4 Stunden"),
        ((), ""),
        (("Hull",), "Hull"),
        (("Hull", " ", "York", "Bath"), "Hull, York und Bath"),
    ],
)
def test_answers_are_said_in_the_language(value, said):
    assert SAID.answer(value) == said


def test_a_label_that_is_not_there_is_a_mistake_of_the_program():
    with pytest.raises(KeyError):
        SAID("control.none")
