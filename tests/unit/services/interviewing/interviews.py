"""A small interview for tests: two topics, conditions, and text and records that rest on them."""

from app.domain.interview.conditions import Answered, Equals
from app.domain.interview.drafting import AnswerSheet, draft
from app.domain.interview.questions import AnswerKind
from app.domain.interview.template import ProseBlock, StartingRecord, Topic
from app.domain.plan.changes import apply, made_on
from app.domain.plan.playbooks import Playbook
from app.services.answering.answers import answer_changes
from tests.builders import question, rid, section, template

NAME = question("profile.legal_name", topic="who")
SECTOR = question("profile.sector", topic="who")
CARDS = question("cards", AnswerKind.YES_NO, topic="what")
BRAND = question("brand", topic="what", when=Equals("cards", True))
LOOSE = question("loose")
TEMPLATE = template(
    section(
        "scope",
        prose=(
            ProseBlock("{{organisation}} is in scope."),
            ProseBlock("- All sites."),
            ProseBlock("- Cards of {{brand}}.", Answered("brand")),
            ProseBlock("- Care.", Equals("profile.sector", "health")),
            ProseBlock("Cards are in scope.", Equals("cards", True)),
        ),
        questions=(NAME, CARDS, SECTOR, BRAND, LOOSE),
    ),
    section(
        "cards",
        prose=(ProseBlock("Keep card data short."),),
        applies=Equals("cards", True),
        otherwise="No cards are taken.",
    ),
    topics=(Topic("who", "Who you are"), Topic("none", "Asks nothing"), Topic("what", "Data")),
    starting=(
        StartingRecord(Playbook(rid("theft"), "Theft of card data"), Equals("cards", True)),
        StartingRecord(Playbook(rid("care"), "Care goes on"), Equals("profile.sector", "health")),
        StartingRecord(Playbook(rid("fraud"), "Fraud")),
    ),
)


def drafted(**answers):
    """A plan drafted from `answers`, in whose names a double underscore stands for a dot."""
    stated = {name.replace("__", "."): value for name, value in answers.items()}
    return draft(TEMPLATE, AnswerSheet(stated), rid("plan-1"))


def answered(plan, name, value):
    """`plan` after the answer."""
    changes = answer_changes(plan, TEMPLATE, TEMPLATE.questions[name], value)
    return apply(plan, made_on(plan, changes))
