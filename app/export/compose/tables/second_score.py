"""The worksheet of the second score, NCISS, for organisations that work it out."""

from typing import Final

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Cell, Paragraph, Table, Voice
from app.domain.plan.ids import RecordId
from app.domain.plan.nciss import LEAST, MOST
from app.domain.plan.nciss_factors import BANDS, BANDS_NOTE, FACTORS, SOURCE, WEIGHTS_NOTE
from app.domain.plan.plan import Plan
from app.export.compose.cells import table

QUESTION: Final = RecordId("severity.second_score")
"""The question whether the organisation works the score out."""

FORMULA: Final = (
    "Score = 100 \u00d7 (S \u2212 {least}) \u00f7 ({most} \u2212 {least}). "
    "S is the sum of weight \u00d7 points over all factors; "
    "{least} and {most} are the smallest and the largest sum there can be."
)
PURPOSE: Final = (
    "The score estimates the risk to the nation, not to the organisation, and leaves the severity "
    "as it is."
)


def second_score(plan: Plan) -> tuple[Block, ...]:
    """Factors, formula and bands; nothing unless the organisation works the score out."""
    answer = plan.answers.get(QUESTION)
    if answer is None or answer.value is not True:
        return ()
    formula = FORMULA.format(least=f"{LEAST:,}", most=f"{MOST:,}")
    return (
        _factors(),
        Paragraph(plain(formula)),
        _bands(),
        Paragraph(plain(f"Source: {SOURCE}. {PURPOSE} {WEIGHTS_NOTE} {BANDS_NOTE}"), Voice.NOTE),
    )


def _factors() -> Table:
    heads = (
        ("Factor", 1.5),
        ("Values and points", 4.6),
        ("Weight", 0.7),
        ("Points chosen", 0.9),
        ("Weight \u00d7 points", 0.9),
    )
    rows = (
        (
            factor.name,
            "; ".join(f"{value.name} {value.points}" for value in factor.values),
            str(factor.weight),
            Cell(),
            Cell(),
        )
        for factor in FACTORS
    )
    return table("Worksheet for the second score (NCISS)", heads, rows, "table:second-score")


def _bands() -> Table:
    heads = (("Band", 1.4), ("Score from", 1.2), ("Meaning", 5.0))
    rows = ((band.name, str(band.least), band.meaning) for band in BANDS)
    caption = "Bands of the second score: verify before relying on them"
    return table(caption, heads, rows, "table:second-score-bands")
