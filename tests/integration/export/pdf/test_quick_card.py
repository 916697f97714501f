"""The quick card is one page, whatever the plan says on it."""

import pytest

from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.roles import RoleTier
from app.domain.plan.sections import Answer
from app.export.compose.front import quick_card
from app.export.pdf.render import render
from tests.builders import person, plan_with, rid, role
from tests.integration.export.pdf.laws import Reading, broken_laws
from tests.integration.export.pdf.sample import document
from tests.labels import scribe

TEXTS = {
    "usual": "People are in danger, or a critical service is down.",
    "long": "People are in danger, or a critical service is down. " * 60,
    "one word": "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunte" * 20,
    "foreign": "Ἑλένη Παπαδοπούλου 漢字 שלום 🔥 " * 40,
}


def crowded(text, levels, roles):
    """A plan of so many levels and roles, all of whose texts are `text`."""
    hours = Duration(1, TimeUnit.HOURS)
    people = [
        person(f"p{n}", text, channels=(Channel(ChannelKind.MOBILE, text, out_of_band=True),))
        for n in range(roles)
    ]
    held = [
        role(
            f"r{n}",
            text,
            tier=RoleTier.INCIDENT,
            holder=rid(f"p{n}"),
            deputies=tuple(rid(f"p{other}") for other in range(3)),
        )
        for n in range(roles)
    ]
    scheme = [
        SeverityLevel(
            rid(f"s{n}"),
            text,
            rank=n + 1,
            meaning=text,
            respond_in_hours=hours,
            respond_out_of_hours=hours,
        )
        for n in range(levels)
    ]
    return plan_with(
        *people, *held, *scheme, Answer(rid("reporting.urgent_channel"), rid("reporting"), text)
    )


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
@pytest.mark.parametrize(("levels", "roles"), [(4, 8), (6, 40), (0, 40), (5, 1)])
def test_the_card_takes_one_page(text, levels, roles, tool, tmp_path):
    card = quick_card(scribe(crowded(text, levels, roles)))

    result = render(document(body=card))

    assert result.pages == 2, "the cover and the card"
    assert broken_laws(Reading(result.data, tmp_path, tool("pdftotext"))) == {}


def test_a_usual_card_is_not_cut():
    card = quick_card(scribe(crowded("Incident lead, day and night", 4, 2)))

    assert "…" not in repr(card)
