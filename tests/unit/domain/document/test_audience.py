import pytest

from app.domain.document.audience import Audience


def test_the_words_of_the_command_line():
    assert [one.value for one in Audience] == [
        "plan",
        "board",
        "staff",
        "responders",
        "suppliers",
        "auditors",
    ]


@pytest.mark.parametrize(
    ("audience", "is_excerpt", "withholds", "has_seal"),
    [
        (Audience.PLAN, False, False, True),
        (Audience.BOARD, True, True, False),
        (Audience.STAFF, True, True, False),
        (Audience.RESPONDERS, True, False, True),
        (Audience.SUPPLIERS, True, True, True),
        (Audience.AUDITORS, False, True, True),
    ],
)
def test_what_goes_to_whom(audience, is_excerpt, withholds, has_seal):
    assert audience.is_excerpt is is_excerpt
    assert audience.withholds is withholds
    assert audience.has_seal is has_seal
