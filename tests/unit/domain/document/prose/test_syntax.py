"""What the first characters of a line open."""

import pytest

from app.domain.document.prose.syntax import Start, start_of


@pytest.mark.parametrize(
    ("line", "start"),
    [
        ("# a", Start.HEADING),
        ("   ######", Start.HEADING),
        ("####### a", None),
        ("#a", None),
        (">a", Start.QUOTE),
        ("``` sh", Start.FENCE),
        ("```a```", None),
        ("~~~ `", Start.FENCE),
        ("~~a~~", None),
        ("---", Start.RULE),
        ("- - -", Start.RULE),
        ("-- a", None),
        ("--", None),
        ("- a", Start.LIST),
        ("+", Start.LIST),
        ("123456789) a", Start.LIST),
        ("1234567890) a", None),
        ("1.5", None),
        ("**a**", None),
        ("", None),
    ],
)
def test_a_line_opens_what_its_first_characters_say(line, start):
    assert start_of(line) is start
