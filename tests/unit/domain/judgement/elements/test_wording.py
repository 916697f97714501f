import pytest

from app.domain.judgement.elements.element import Says
from app.domain.judgement.elements.wording import sentence_in
from tests.unit.domain.judgement.elements.judging import counts, gap, outcome
from tests.unit.domain.judgement.subjects import text

ESCALATES = Says(("purpose", "scope"), (("escalat",), ("board", "director")))


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("It is escalated to the Board.", 1),
        ("First. Then they escalate to a director.", 1),
        ("It is escalated. The board waits.", 0),
        ("- escalate\n- to the board", 0),
        ("It is de{{escalation.board}}", 0),
        ("", 0),
    ],
)
def test_one_sentence_uses_a_word_of_each_group(prose, expected):
    assert counts(ESCALATES, text("scope", prose)) == (expected, 1)


def test_any_of_the_sections_may_say_it():
    other, right = text("purpose", "No."), text("scope", "Escalate to the board.")

    assert counts(ESCALATES, other, right) == (1, 1)
    assert counts(ESCALATES, text("roles", "Escalate to the board.")) is None


def test_a_section_set_aside_says_nothing():
    aside = text("purpose", "Escalate to the board.", not_applicable="Elsewhere.")

    assert outcome(ESCALATES, aside) is None
    assert counts(ESCALATES, aside, text("scope", "No.")) == (0, 1)


def test_what_was_looked_for_is_told():
    assert gap(ESCALATES, text("scope", "No.")) == (
        "no sentence says so (looked for 'escalat' and the like)"
    )


def test_the_sentence_is_counted_from_nought():
    assert sentence_in(ESCALATES, "One. Two; escalate to the board.") == 2
    assert sentence_in(ESCALATES, "One.") is None
