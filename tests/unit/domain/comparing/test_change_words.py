import pytest

from app.domain.comparing.change_words import value_change
from app.domain.comparing.value_words import Spot
from app.domain.plan.kinds import Kind
from tests.builders import person, plan_with, rid

OLD = plan_with(person("ada", "Ada"))
NEW = plan_with(person("ada", "Ada Byron"), person("eve", "E" * 99))
HOURS = {"amount": 4, "unit": "hours"}


def change(field: str, before: object, after: object, kind: Kind = Kind.ROLE) -> str:
    return value_change(
        before, after, Spot(OLD, kind, rid("x"), field), Spot(NEW, kind, rid("x"), field)
    )


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ("Lead", "Chief", "from \u201cLead\u201d to \u201cChief\u201d"),
        ("", "Chief", "now \u201cChief\u201d"),
        ("Lead", " ", "no longer stated, was \u201cLead\u201d"),
        ("word " * 20, "word " * 18, "changed (\u22122 words)"),
        ("", "word " * 20, "added (20 words)"),
        ("a\nb", "", "removed (2 words)"),
    ],
)
def test_text_is_quoted_while_it_is_short(before, after, said):
    assert change("name", before, after) == said


def test_names_of_records_are_those_of_their_time_and_never_counted_as_words():
    assert change("holder", None, "ada") == "now Ada Byron"
    assert change("holder", "ada", None) == "no longer stated, was Ada"
    assert change("holder", "ada", "eve") == f"from Ada to {'E' * 60}\u2026"


def test_other_values_go_from_one_to_the_other():
    assert change("update_every", HOURS, None, Kind.SEVERITY) == "no longer stated, was 4 hours"
    assert change("rank", 0, 2, Kind.SEVERITY) == "from 0 to 2"
    assert change("notify", None, False, Kind.DECISION) == "now no"
    assert change("tier", "board", "crisis") == "from board to crisis management"
