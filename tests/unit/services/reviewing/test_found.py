"""What the checks object to, as items of an agenda."""

from dataclasses import replace

import pytest

from app.domain.judgement.findings import Finding, Weight
from app.domain.lifecycle.reviewing.carried import ROUND
from app.domain.lifecycle.reviewing.overdue import EXERCISE, PARTIES, REVIEW
from app.domain.plan.plan import Kind
from app.domain.plan.sessions import AgendaItem, Topic
from app.services.reviewing.found import findings
from tests.builders import rid

LONE = Finding(
    "role.no-holder", Weight.BLOCKS, Kind.ROLE, rid("lead"), "Nobody leads.", "Name one.", "roles"
)


def test_a_finding_says_what_is_wrong_and_what_to_do():
    assert list(findings([LONE], ())) == [
        AgendaItem(
            "finding/role.no-holder/roles",
            Topic.FINDING,
            "Nobody leads.",
            "Blocks the approval. Name one.",
            "roles/lead",
        )
    ]


def test_findings_of_one_rule_in_one_section_make_one_item():
    others = [replace(LONE, record=rid(f"r{at}")) for at in range(3)]
    elsewhere = replace(LONE, section="authority", weight=Weight.HINT)

    whole, apart = findings([LONE, *others, elsewhere], ())

    assert whole.title == "Nobody leads. The same holds for 3 more."
    assert whole.about == "sections/roles"
    assert apart.key == "finding/role.no-holder/authority"
    assert apart.why == "Hint. Name one."


@pytest.mark.parametrize(
    ("finding", "key"),
    [
        (replace(LONE, code="review.overdue"), REVIEW),
        (replace(LONE, code="exercise.old"), EXERCISE),
        (replace(LONE, code="exercise.none-held"), EXERCISE),
        (replace(LONE, code="contact.unverified"), ROUND),
        (replace(LONE, code="party.unverified"), PARTIES),
        (replace(LONE, kind=Kind.ACTION), "action/lead"),
        (replace(LONE, kind=Kind.LESSON), "lesson/lead"),
        (
            replace(LONE, code="regime.drift", kind=Kind.OBLIGATION),
            "drift/obligations/lead",
        ),
    ],
)
def test_what_another_item_says_is_not_said_again(finding, key):
    assert list(findings([finding], {key})) == []
    assert len(list(findings([finding], {"another"}))) == 1


def test_a_duty_may_have_other_findings():
    other = replace(LONE, kind=Kind.OBLIGATION)

    assert len(list(findings([other], {"drift/obligations/lead"}))) == 1
