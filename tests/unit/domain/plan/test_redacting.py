import json
from dataclasses import replace

from hypothesis import given

from app.domain.plan.codec import plan_data, plan_from
from app.domain.plan.governance import Action, Comment
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Kind
from app.domain.plan.programme import Exercise
from app.domain.plan.redacting import redacted, redacted_part
from app.domain.plan.sections import Answer, Section
from tests.builders import NOON, QUICK, person, plan_with, rid, role, small_plans

MOBILE, MAIL = "+44 7700 900101", "ada@home.example"
ADA = person(
    "ada",
    channels=(
        Channel(ChannelKind.MOBILE, MOBILE, out_of_band=True, label="private mobile"),
        Channel(ChannelKind.EMAIL, MAIL),
        Channel(ChannelKind.PHONE, "2222"),
        Channel(ChannelKind.OTHER, " "),
    ),
    availability=f"Home {MOBILE}",
)


def test_a_person_stays_with_channels_that_lead_nowhere():
    made = redacted(plan_with(ADA, person("bob")), "[withheld]")

    ada, bob = made.plan.people.values()
    assert [channel.address for channel in ada.channels] == ["[withheld]"] * 3 + [" "]
    assert ada.channels[0].label == "private mobile"
    assert ada.channels[0].out_of_band
    assert ada.availability == "Home [withheld]"
    assert (bob, made.addresses, made.people, made.mentions) == (person("bob"), 3, 1, 1)


def test_every_text_is_rid_of_the_address():
    plan = plan_with(
        ADA,
        Section(rid("scope"), "Scope", f"Ring 07700 900101 or *{MAIL}*."),
        Answer(rid("comms.x"), rid("scope"), ("one", f"ADA@home.example {MOBILE}")),
        Exercise(rid("x"), "Night call", findings=(f"{MOBILE} was engaged",)),
        Comment(rid("c"), "people/ada", "Bob", "0044 7700 900 101", NOON),
    )

    made = redacted(plan, "[withheld]")

    text = json.dumps(plan_data(made.plan))
    assert not any(word in text for word in ("900101", "900 101", "home.example"))
    assert made.plan.sections[rid("scope")].prose == "Ring [withheld] or *[withheld]*."
    assert made.plan.answers[rid("comms.x")].value == ("one", "[withheld] [withheld]")
    assert made.mentions == 7
    assert plan_from(plan_data(made.plan)) == made.plan


def test_ids_made_of_a_number_are_renamed_wherever_they_are_named():
    key = "ring-07700-900101"
    plan = plan_with(
        ADA,
        replace(person(key), name="Desk"),
        role("lead", holder=rid(key), deputies=(rid(key), rid("ada"))),
        Action(rid("a"), "Check", about=f"people/{key}"),
    )

    made = redacted(plan, "[withheld]").plan

    assert rid("ring-withheld") in made.people
    assert made.roles[rid("lead")].holder == "ring-withheld"
    assert made.roles[rid("lead")].deputies == ("ring-withheld", "ada")
    assert made.actions[rid("a")].about == "people/ring-withheld"


def test_no_record_is_lost_where_ids_become_the_same():
    plan = plan_with(ADA, person("r-07700900101"), person("r-07700-900101"))

    made = redacted(plan, "[withheld]").plan

    assert list(made.people) == ["ada", "r-withheld", "r-withheld-2"]


def test_addresses_of_another_plan_are_withheld_too():
    before = plan_with(replace(ADA, channels=(Channel(ChannelKind.PHONE, "+44 7700 900177"),)))
    plan = plan_with(Section(rid("scope"), "Scope", "Ring 07700 900177."))

    assert redacted(plan, "#").plan == plan
    assert redacted(plan, "#", before).plan.sections[rid("scope")].prose == "Ring #."


def test_tables_without_an_address_are_the_same_tables():
    plan = plan_with(ADA, role("lead"))

    made = redacted(plan, "#").plan

    assert made.roles is plan.roles
    assert made.people is not plan.people
    assert redacted(made, "#").mentions == 0


@QUICK
@given(small_plans())
def test_a_plan_without_addresses_is_itself(plan):
    made = redacted(plan, "#")

    assert made.plan == plan
    assert all(made.plan.table(kind) is plan.table(kind) for kind in Kind)


def test_a_part_that_is_not_in_the_plan_is_rid_of_its_addresses_too():
    stated = Exercise(rid("x"), "Night call", findings=(f"{MOBILE} was engaged", "Nobody came"))
    silent = replace(stated, findings=("Nobody came",))

    made = redacted_part(stated, "[withheld]", plan_with(ADA))

    assert made.findings == ("[withheld] was engaged", "Nobody came")
    assert redacted_part(silent, "[withheld]", plan_with(ADA)) is silent
    assert redacted_part(stated, "[withheld]", plan_with()) is stated
    assert redacted_part(stated, "[withheld]", plan_with(), plan_with(ADA)) == made
