"""What is withheld is in no file at all: pages, alternatives, metadata, attachments, comments."""

import hashlib
import json
import re
from dataclasses import replace

import pytest

from app.domain.document.audience import Audience
from app.domain.plan.codec import canonical, content_hash, plan_from
from app.domain.plan.governance import Action, Comment
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Channel, ChannelKind
from app.domain.plan.plan import Plan
from app.domain.plan.records import Records
from app.domain.plan.sections import Section
from tests.builders import NOON, person, rid
from tests.integration.export.editions.conftest import SAMPLES

pytestmark = pytest.mark.no_cover

WITHHOLDING = [audience for audience in Audience if audience.withholds]
LARGE = ("lindenhof-software", "cascade-valve-works")
"""Samples whose whole plan is searched: the one with the fewest and the one with the most kinds."""
SHORT = [audience for audience in Audience if audience.is_excerpt]


def addresses(plan: Plan) -> set[str]:
    """What must not be found: the digits of each number, and each other address."""
    stated = {channel.address for one in plan.people.values() for channel in one.channels}
    return {
        re.sub(r"\D", "", address)[-9:] if "@" not in address else address for address in stated
    }


def found(said: str, plan: Plan) -> set[str]:
    bare = re.sub(r"[^\w@.]", "", said)
    return {one for one in addresses(plan) if len(one) > 8 and (one in said or one in bare)}


@pytest.mark.parametrize(
    ("name", "audience"),
    [
        (name, audience)
        for name in SAMPLES
        for audience in WITHHOLDING
        if audience.is_excerpt or name in LARGE
    ],
)
def test_no_address_of_a_person_is_in_any_file(judged, files, name, audience):
    judgement = judged(name)

    made = files(judgement, audience)

    assert len(addresses(judgement.plan)) > 15
    assert found(made.said, judgement.plan) == set()


def test_the_search_finds_what_is_there(judged, files):
    judgement = judged("lindenhof-software")

    everything = files(judgement, Audience.PLAN)
    binder = files(judgement, Audience.RESPONDERS)

    assert found(everything.said, judgement.plan) == addresses(judgement.plan)
    assert found(binder.said, judgement.plan) == addresses(judgement.plan)


@pytest.mark.parametrize("audience", WITHHOLDING)
def test_nor_where_texts_state_it_in_other_spellings(judged, files, audience):
    judgement = judged("lindenhof-software")
    ada = person(
        "ada",
        "Ada Quill",
        channels=(
            Channel(ChannelKind.MOBILE, "+44 7700 900987", label="private mobile"),
            Channel(ChannelKind.EMAIL, "ada.quill@home.example"),
        ),
    )
    plan = planted(judgement.plan, ada)

    made = files(judgement.of(plan), audience, draft=True)

    said = re.sub(r"[^\w@.]", "", made.said)
    assert "900987" not in said
    assert "home.example" not in said


def planted(plan: Plan, ada: object) -> Plan:
    """The plan with somebody whose number stands in texts of every kind."""
    number = "07700 900987"
    scope = plan.sections[rid("scope")]
    texts: list[Section] = [
        replace(one, prose=f"{one.prose}\n\nCall 0044 7700-900-987 or ADA.Quill@home.example.")
        if one.id == scope.id
        else one
        for one in plan.sections.values()
    ]
    role = replace(plan.roles.all()[0], holder=rid("ada"), duties=(f"Call {number}",))
    node = replace(plan.tree_nodes.all()[0], if_no_answer="call (07700) 900987")
    obligation = replace(plan.obligations.all()[0], name=f"Call {number}")
    action = Action(rid("call-07700-900987"), "Call +44(0)7700 900987", number, NOON.date())
    for kind, records in (
        (Kind.PERSON, [*plan.people.values(), ada]),
        (Kind.SECTION, texts),
        (Kind.ROLE, [role, *plan.roles.all()[1:]]),
        (Kind.TREE_NODE, [node, *plan.tree_nodes.all()[1:]]),
        (Kind.OBLIGATION, [obligation, *plan.obligations.all()[1:]]),
        (Kind.ACTION, [action]),
        (Kind.COMMENT, [Comment(rid("c"), "sections/scope", number, number, NOON)]),
    ):
        plan = plan.with_table(kind, Records(records))
    return plan


@pytest.mark.parametrize("audience", SHORT)
def test_an_excerpt_carries_nothing_and_names_what_it_derives_from(judged, files, audience):
    judgement = judged("lindenhof-software")
    digest = content_hash(judgement.plan)

    made = files(judgement, audience)

    assert made.attached == {}
    assert digest in re.sub(r"\s", "", made.said)
    assert made.document.metadata.subject.endswith(
        f"of LS-IRP-1 version 1.0, content SHA-256 {digest}"
    )
    assert "of LS-IRP-1 version 1.0" in made.said


def test_the_auditors_get_the_redacted_data_and_both_hashes(judged, files):
    judgement = judged("lindenhof-software")

    made = files(judgement, Audience.AUDITORS)

    data = made.attached["plan-redacted.json"]
    own = hashlib.sha256(data).hexdigest()
    printed = re.sub(r"\s", "", made.said)
    assert "plan.json" not in made.attached
    assert own in printed
    assert content_hash(judgement.plan) in printed
    assert own != content_hash(judgement.plan)
    assert canonical(json.loads(data)) == data
    copy = plan_from(json.loads(data))
    assert {c.address for one in copy.people.values() for c in one.channels} == {"[withheld]"}
    assert "18 addresses of 9 people and 0 mentions in other texts" in made.said


@pytest.mark.parametrize("audience", list(Audience))
def test_a_draft_says_so_on_every_page(judged, files, audience):
    made = files(judged("lindenhof-software"), audience, draft=True)

    assert made.document.watermark == "DRAFT"
