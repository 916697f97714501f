from dataclasses import replace

from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.redacting import redacted
from app.services.proving.withholding import withheld_from
from tests.builders import person, plan_with

REACHED = person("ada", channels=(Channel(ChannelKind.MOBILE, "+44 7700 900123"),))
PLAN = plan_with(person("bob"), REACHED)


def test_a_copy_with_any_word_in_place_of_addresses_is_faithful():
    for word in ("[withheld]", "[geschwärzt]"):
        assert withheld_from(PLAN, redacted(PLAN, word).plan).faithful


def test_a_plan_with_nothing_to_withhold_is_its_own_copy():
    bare = plan_with(person("bob"))

    assert withheld_from(bare, bare).faithful


def test_a_copy_with_another_record_is_not():
    copy = redacted(plan_with(person("bob", "Rob"), REACHED), "[withheld]").plan

    told = withheld_from(PLAN, copy)

    assert not told.faithful
    assert told.expected == redacted(PLAN, "[withheld]").plan


def test_a_person_who_is_gone_is_noticed():
    assert not withheld_from(PLAN, plan_with(person("bob"))).faithful


def test_the_word_is_found_behind_an_address_that_was_left_in():
    second = Channel(ChannelKind.MOBILE, "+44 7700 900124")
    plan = plan_with(replace(REACHED, channels=(*REACHED.channels, second)))
    hidden = replace(second, address="[withheld]")
    copy = plan_with(replace(REACHED, channels=(*REACHED.channels, hidden)))

    told = withheld_from(plan, copy)

    assert told.expected == redacted(plan, "[withheld]").plan
    assert not told.faithful
