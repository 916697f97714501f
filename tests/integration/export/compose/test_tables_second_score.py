import pytest

from app.domain.document.tree import Paragraph
from app.domain.plan.nciss_factors import BANDS, FACTORS
from app.domain.plan.sections import Answer
from app.export.compose.tables.second_score import QUESTION, second_score
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import column, heads, rows, tables, words


def answered(value):
    return second_score(scribe(plan_with(Answer(QUESTION, rid("classification"), value))))


@pytest.mark.parametrize("value", [False, "", "true", 1, ()])
def test_nothing_is_printed_unless_the_score_is_worked_out(value):
    assert second_score(scribe(plan_with())) == ()
    assert answered(value) == ()


def test_the_worksheet_has_every_factor_with_room_to_write():
    factors, _ = tables(answered(True))

    assert heads(factors)[0] == "Factor"
    assert column(factors, "Weight") == [str(factor.weight) for factor in FACTORS]
    for row, factor in zip(rows(factors), FACTORS, strict=True):
        assert row[0] == factor.name
        assert all(f"{value.name} {value.points}" in row[1] for value in factor.values)
        assert row[3:] == ("", "")


def test_the_formula_and_the_doubts_are_stated():
    made = answered(True)

    formula, note = (words(block.content) for block in made if isinstance(block, Paragraph))
    assert formula.startswith("Score = 100 \u00d7 (S \u2212 325) \u00f7 (3,400 \u2212 325).")
    assert "from memory and may be wrong; verify before relying on this" in note
    assert "leaves the severity as it is" in note


def test_the_bands_are_marked_to_be_verified():
    _, bands = tables(answered(True))

    assert bands.caption == "Bands of the second score: verify before relying on them"
    assert [row[:2] for row in rows(bands)] == [(band.name, str(band.least)) for band in BANDS]
