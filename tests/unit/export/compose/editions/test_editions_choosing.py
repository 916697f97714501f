from dataclasses import replace

import pytest

from app.domain.document.audience import Audience
from app.domain.plan.codec import content_hash
from app.domain.plan.people import Channel, ChannelKind
from app.export.compose.editions.choosing import EXCERPTS, edition
from app.export.compose.occasion import Occasion
from tests.builders import NOON, person, plan_with
from tests.labels import ENGLISH
from tests.unit.export.compose.editions.sources import PROFILE
from tests.unit.export.compose.judged import judged

PLAN = plan_with(
    person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900101"),)), profile=PROFILE
)


@pytest.mark.parametrize("audience", list(Audience))
def test_each_audience_has_its_document(audience):
    occasion = Occasion(False, NOON, audience=audience)

    made = edition(judged(PLAN), ENGLISH, occasion, lambda _: 0.5)

    names = [one.name for one in made.attachments]
    assert made.metadata.audience is audience
    assert made.metadata.content_hash == content_hash(PLAN)
    assert made.cover.compact is (audience in {Audience.BOARD, Audience.STAFF, Audience.SUPPLIERS})
    assert names == {
        Audience.PLAN: ["plan.json"],
        Audience.AUDITORS: ["plan-redacted.json"],
    }.get(audience, [])


def test_every_excerpt_can_be_made():
    assert set(EXCERPTS) == {one for one in Audience if one.is_excerpt}


def test_titles_differ_so_that_editions_are_told_apart():
    titles = {
        edition(
            judged(PLAN), ENGLISH, replace(Occasion(False, NOON), audience=one), lambda _: 0.5
        ).metadata.title
        for one in Audience
    }

    assert len(titles) == len(Audience)
