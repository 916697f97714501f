from app.domain.document.audience import Audience
from app.domain.lifecycle.chain import Head
from app.domain.plan.codec import content_hash
from app.domain.plan.redacting import redacted
from app.export.compose.occasion import (
    Copy,
    Occasion,
    edition_name,
    master_hash,
    metadata_of,
    sealed_words,
)
from tests.builders import NOON, plan_with
from tests.labels import ENGLISH, scribe
from tests.unit.export.compose.editions.sources import PROFILE

PLAN = plan_with(profile=PROFILE)


def test_the_file_of_the_plan_is_called_as_the_plan():
    made = metadata_of(scribe(PLAN), Occasion(True, NOON, Head("p", 7, "ab" * 32, "cd" * 32)))

    assert made.title == "Incident response plan"
    assert made.subject == "Incident response plan of Harbour Water Limited"
    assert made.anchor == "r7 abababababab"
    assert sealed_words(made, ENGLISH) == "HW-IRP version 0.1"


def test_an_edition_says_what_it_derives_from():
    made = metadata_of(scribe(PLAN), Occasion(True, NOON, audience=Audience.STAFF))

    assert made.title == "Incident response plan: Staff card"
    assert made.subject == f"Staff card of HW-IRP version 0.1, content SHA-256 {content_hash(PLAN)}"
    assert made.anchor == ""
    assert sealed_words(made, ENGLISH) == "Staff card of HW-IRP version 0.1"


def test_a_copy_bears_the_hash_of_its_master():
    occasion = Occasion(True, NOON, copy=Copy("ef" * 32, redacted(PLAN, "#")))

    assert master_hash(scribe(PLAN), occasion) == "ef" * 32
    assert metadata_of(scribe(PLAN), occasion).content_hash == "ef" * 32


def test_every_edition_has_a_name():
    names = {edition_name(one, ENGLISH) for one in Audience if one is not Audience.PLAN}

    assert len(names) == 5
