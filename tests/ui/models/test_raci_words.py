"""What the RACI table says."""

from collections import Counter

import pytest

from app.domain.judgement.findings import Weight
from app.domain.plan.roles import RaciAssignment
from app.services.raci.checking import Note, Rule, fixes, row_notes
from app.services.raci.generating import Standing
from app.services.raci.reasoning import Reason, Why
from tests.builders import rid
from tests.unit.services.raci.response_plan import A, C, I, R, response, row
from ui.models.raci_reasons import kept_text, reason_text, standing_text
from ui.models.raci_words import (
    fix_text,
    letters,
    load_said,
    load_text,
    note_short,
    note_text,
    parts_said,
)

PLAN = response()
LEAD, TECH, MOON = rid("lead"), rid("tech"), rid("moon")


def test_parts_and_loads_in_letters_and_words():
    assert (letters((A, R)), parts_said((A, R))) == ("A/R", "accountable, responsible")
    assert (letters(()), parts_said(())) == ("", "no part")
    assert load_text(Counter({A: 2, C: 9})) == "2A 0R"
    assert load_said(Counter({I: 1, A: 2})) == "Activities: accountable 2, informed 1."
    assert load_said(Counter()) == "No part in any activity."


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_and_few_words(rule):
    note = Note(rule, Weight.WARN, (LEAD, MOON), 2)

    assert note_text(PLAN, note).endswith(".")
    assert "{" not in note_text(PLAN, note) + note_short(note)
    assert 0 < len(note_short(note)) < 30


def test_a_role_that_acts_is_told_by_its_name_and_number():
    note = Note(Rule.ONLY_INFORMED, Weight.WARN, (TECH,), 5)

    assert note_text(PLAN, note) == (
        "Technical lead does 5 steps of playbooks, but is only informed in this table."
    )


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("tech:R",), "Make Technical lead accountable"),
        (("lead:A", "tech:A"), "Only Incident lead stays accountable"),
        (("lead:A",), "Incident lead does it too"),
        (("lead:A", "tech:R", "moon:I"), "Take moon out"),
    ],
)
def test_a_quick_fix_says_what_it_does(parts, words):
    odd = row("odd", "Odd", *parts)
    plan = response(odd)

    assert fix_text(plan, fixes(plan, odd, row_notes(plan, odd)[0])[0]) == words


@pytest.mark.parametrize("why", Why)
def test_every_reason_is_told_with_its_numbers(why):
    told = reason_text(PLAN, Reason(TECH, C, why, 3, 7))

    assert told.startswith("C  Technical lead: ")
    assert told.endswith(".")
    assert "{" not in told


def test_what_is_kept_and_how_a_row_stands():
    assert kept_text(PLAN, ()) == ""
    assert kept_text(PLAN, (RaciAssignment(MOON, R),)) == "Kept as it is: R moon."
    assert len({standing_text(one) for one in Standing}) == len(Standing)
