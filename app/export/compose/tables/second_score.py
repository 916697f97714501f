"""The worksheet of the second score, NCISS, for organisations that work it out."""

from typing import Final

from app.domain.document.inline import plain
from app.domain.document.tree import Block, Cell, Paragraph, Table, Voice
from app.domain.plan.ids import RecordId
from app.domain.plan.nciss import LEAST, MOST
from app.domain.plan.nciss_factors import BANDS, FACTORS, SOURCE
from app.export.compose.scribe import Scribe

QUESTION: Final = RecordId("severity.second_score")
"""The question whether the organisation works the score out."""


def second_score(scribe: Scribe) -> tuple[Block, ...]:
    """Factors, formula and bands; nothing unless the organisation works the score out."""
    answer = scribe.plan.answers.get(QUESTION)
    if answer is None or answer.value is not True:
        return ()
    say = scribe.say
    formula = say("second-score.formula", least=f"{LEAST:,}", most=f"{MOST:,}")
    notes = (
        say("second-score.source", source=SOURCE),
        say("second-score.purpose"),
        say("second-score.weights-note"),
        say("second-score.bands-note"),
    )
    return (
        _factors(scribe),
        Paragraph(plain(formula)),
        _bands(scribe),
        Paragraph(plain(" ".join(notes)), Voice.NOTE),
    )


def _factors(scribe: Scribe) -> Table:
    say = scribe.say
    heads = {
        "second-score.factor": 1.5,
        "second-score.values": 4.6,
        "second-score.weight": 0.7,
        "second-score.points": 0.9,
        "second-score.product": 0.9,
    }
    rows = (
        (
            say(f"nciss.{factor.id}"),
            "; ".join(
                f"{say(f'nciss.{factor.id}.{value.id}')} {value.points}" for value in factor.values
            ),
            str(factor.weight),
            Cell(),
            Cell(),
        )
        for factor in FACTORS
    )
    return scribe.table(say("second-score.caption"), heads, rows, "table:second-score")


def _bands(scribe: Scribe) -> Table:
    say = scribe.say
    heads = {
        "second-score.bands.band": 1.4,
        "second-score.bands.least": 1.2,
        "second-score.bands.meaning": 5.0,
    }
    rows = (
        (say(f"nciss-band.{band.least}"), str(band.least), say(f"nciss-band.{band.least}.meaning"))
        for band in BANDS
    )
    return scribe.table(say("second-score.bands.caption"), heads, rows, "table:second-score-bands")
