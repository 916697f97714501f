from dataclasses import replace
from datetime import date

from app.domain.document.tree import Form, SignatureBox
from app.domain.judgement.engine import Judgement
from app.domain.judgement.standards import Standards
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.export.compose.editions.source import Source
from app.export.compose.editions.supplier import supplier
from tests.builders import NOON, person, rid, role
from tests.shipped import SHIPPED_LIBRARY
from tests.unit.export.compose.editions.sources import answer, source_of
from tests.unit.export.compose.reading import GAP, captioned, headings, lines, rows

STEP = ObligationStep("First", Duration(72, TimeUnit.HOURS), "awareness")


def lawful(*records) -> Source:
    """A source that knows the regimes of the library."""
    source = source_of(*records)
    regimes = SHIPPED_LIBRARY.regimes()
    judgement = Judgement(
        source.plan, source.judgement.template, Standards(regimes=regimes), NOON.date()
    )
    return replace(source, judgement=judgement)


def test_whom_to_tell_and_by_when():
    made = supplier(
        source_of(
            answer("third_parties.notice_within", Duration(24, TimeUnit.HOURS)),
            answer("reporting.urgent_channel", "the red line"),
            answer("reporting.outside_channel", "desk@hall.example"),
        )
    )

    said = lines(made.body)
    assert said[1:6] == [
        "Tell us within 24 hours of discovering it",
        "It goes on, or may do serious harm:",
        "The red line",
        "In writing:",
        "desk@hall.example",
    ]


def test_what_is_not_stated_is_seen():
    said = lines(supplier(source_of()).body)

    assert said[1:4] == ["Tell us as soon as you discover it", "In writing:", GAP]


def test_only_duties_in_law_are_named():
    made = supplier(
        lawful(
            Obligation(
                rid("a"), "The law", steps=(STEP,), regime="eu-gdpr-33", confidence="memory"
            ),
            Obligation(rid("b"), "The insurer", regime="insurer"),
            Obligation(rid("c"), "Our own rule"),
            Obligation(rid("d"), "Another law", regime="uk-gdpr-33", verified_on=date(2026, 1, 1)),
        )
    )

    table = captioned(made.body, "Duties in law that an incident at a supplier can touch")
    assert [row[0] for row in rows(table)] == ["The law", "Another law"]
    assert rows(table)[0][1].startswith("within 72 hours; counted from awareness\n")


def test_nothing_internal_is_named():
    made = supplier(
        source_of(
            SeverityLevel(rid("s1"), "Severe", 1, meaning="Water stops."),
            person("ada", "Ada Arden"),
            role("lead", "Incident lead", holder=rid("ada")),
            answer("evidence.kept_for", Duration(36, TimeUnit.MONTHS)),
        )
    )

    said = "\n".join(lines(made.body))
    assert "Severe | Water stops." in said
    assert "Keep it at least: 36 months" in said
    assert not any(name in said for name in ("Ada", "Incident lead"))


def test_it_ends_with_a_form_and_the_seal():
    made = supplier(source_of())

    assert headings(made.body)[-1] == "Form for your notice"
    assert any(isinstance(block, Form) for block in made.body)
    assert isinstance(made.body[-1], SignatureBox)
    assert "Why time counts" not in headings(made.body)
