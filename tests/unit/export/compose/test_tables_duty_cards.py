from app.domain.document.tree import Callout, CrossReference, Facts, Heading, ListBlock, Tone
from app.domain.plan.documents import MessageTemplate
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.obligations import Obligation, ObligationStep
from app.domain.plan.people import Channel, ChannelKind, Party, PartyKind
from app.export.compose.tables.duty_cards import cards
from tests.builders import NOON, plan_with, rid, role
from tests.labels import scribe
from tests.unit.export.compose.judged import written
from tests.unit.export.compose.reading import GAP, lines, words

ICO = Party(
    rid("ico"),
    "Information Commissioner",
    PartyKind.REGULATOR,
    channels=(Channel(ChannelKind.PHONE, "+44 1", out_of_band=True),),
    availability="At all times",
)
FULL = Obligation(
    rid("gdpr"),
    "GDPR",
    "Authority",
    "A breach",
    (
        ObligationStep("First", Duration(72, TimeUnit.HOURS), "awareness"),
        ObligationStep("Final"),
    ),
    decision_owner=rid("dpo"),
    contact=rid("ico"),
    content=("Nature", "Measures"),
    message=rid("notice"),
    citation="Art. 33",
    confidence="medium",
    verified_on=NOON.date(),
    exceptions="Not where\na risk is unlikely.",
)
NOTICE = MessageTemplate(rid("notice"), "First notice")


def facts(blocks):
    (found,) = [block for block in blocks if isinstance(block, Facts)]
    return found.rows


def said(blocks):
    return {label: words(value) for label, value in facts(blocks)}


def test_a_card_says_all_there_is_to_a_duty():
    made = cards(scribe(plan_with(FULL, ICO, NOTICE, role("dpo", "Privacy officer"))))

    assert made[0] == Heading(3, "GDPR", "duty:gdpr")
    assert said(made) == {
        "Recipient": "Authority",
        "Applies when": "A breach",
        "First": "within 72 hours; counted from awareness",
        "Final": GAP,
        "Decided by": "Privacy officer",
        "Contact": "Information Commissioner\nphone: +44 1 (out of band)\nAt all times",
        "Prepared message": "First notice",
        "The notice states": "Nature\nMeasures",
        "Exceptions": "Not where\na risk is unlikely.",
        "Source": "Art. 33\nread in a secondary source\nchecked on 21 November 2026",
    }


def test_what_nobody_stated_is_a_gap_and_what_need_not_be_is_left_out():
    made = cards(scribe(plan_with(Obligation(rid("a"), "Contract"))))

    assert said(made) == {
        "Recipient": GAP,
        "Applies when": GAP,
        "Decided by": GAP,
        "Contact": GAP,
        "Source": GAP,
    }
    assert not any(isinstance(block, ListBlock | Callout) for block in made)


def test_people_who_are_no_longer_there_are_gaps():
    duty = Obligation(rid("a"), "X", decision_owner=rid("no"), contact=rid("no"), message=rid("no"))

    made = said(cards(scribe(plan_with(duty))))

    assert (made["Decided by"], made["Contact"]) == (GAP, GAP)
    assert "Prepared message" not in made


def test_a_duty_from_memory_begins_with_a_warning():
    made = cards(scribe(plan_with(Obligation(rid("a"), "X", confidence="memory"))))

    assert isinstance(made[1], Callout)
    assert made[1].tone is Tone.WARN
    assert any(line.startswith("Verify before relying on this") for line in lines(made))


def test_a_message_that_is_printed_is_referred_to():
    made = cards(scribe(plan_with(FULL, NOTICE, written("forms_templates"))))

    assert dict(facts(made))["Prepared message"] == (
        CrossReference("message:notice", "First notice"),
    )


def test_a_message_whose_section_does_not_apply_is_only_named():
    forms = written("forms_templates", not_applicable="Kept elsewhere.")

    (said_of,) = dict(facts(cards(scribe(plan_with(FULL, NOTICE, forms)))))["Prepared message"]

    assert not isinstance(said_of, CrossReference)


def test_every_duty_has_a_card_in_the_order_of_the_plan():
    made = cards(scribe(plan_with(Obligation(rid("b"), "B"), Obligation(rid("a"), "A"))))

    assert [block.text for block in made if isinstance(block, Heading)] == ["B", "A"]
