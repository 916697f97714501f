import pytest

from app.domain.judgement.linting.naming_levels import named_levels
from app.domain.plan.classification import SeverityLevel
from tests.builders import rid

LEVELS = (
    SeverityLevel(rid("s1"), "S1 Critical", 1),
    SeverityLevel(rid("high"), "High", 2),
    SeverityLevel(rid("low"), "", 3),
)


def named(sentence):
    return [str(level.id) for _, level in named_levels(sentence, LEVELS)]


@pytest.mark.parametrize(
    ("sentence", "levels"),
    [
        ("An S1 incident is worked on at once.", ["s1"]),
        ("S1 Critical: within 1 hour.", ["s1"]),
        ("A critical incident.", ["s1"]),
        ("Severity Critical.", ["s1"]),
        ("High: within 1 hour; S1: at once.", ["high", "s1"]),
        ("High-severity events.", ["high"]),
        ("s1 and S1", ["s1", "s1"]),
    ],
)
def test_a_level_is_named_by_its_name_or_its_short_form(sentence, levels):
    assert named(sentence) == levels


@pytest.mark.parametrize(
    "sentence",
    [
        "A critical service of high value.",
        "S10 and S1-B",
        "High availability.",
        "Incidents of severity S1 or worse.",
        "From S1 on, legal is told.",
        "Nothing at all.",
    ],
)
def test_ordinary_words_and_groups_of_levels_name_none(sentence):
    assert named(sentence) == []


def test_a_name_of_signs_alone_is_taken_as_it_stands():
    level = SeverityLevel(rid("x"), "(*+", 1)

    assert named_levels("severity (*+ x", [level]) != ()
