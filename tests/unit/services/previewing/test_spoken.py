"""Prose of a plan in words."""

from app.domain.document.prose.reader import read
from app.domain.document.prose.text import plain_text
from app.domain.interview.questions import AnswerKind, Option
from app.domain.plan.profile import Profile
from app.domain.plan.sections import Answer
from app.services.previewing.spoken import spoken
from tests.builders import plan_with, question, rid, role, section, template

WATCH = question("watch", AnswerKind.CHOICE, options=(Option("own", "Own staff"),))
TEMPLATE = template(section("purpose", questions=(WATCH,)))
PLAN = plan_with(
    role("lead", "Incident lead"),
    Answer(rid("watch"), rid("purpose"), "own"),
    profile=Profile(legal_name="Northwind"),
)


def said(source, plan=PLAN):
    return plain_text(spoken(read(source), plan, TEMPLATE))


def test_variables_are_said_as_their_questions_say_them():
    assert said("{{organisation}}: {{watch}}") == "Northwind: Own staff"


def test_references_are_said_by_name():
    assert said("[x](role:lead) and [the boss](role:gone)") == "Incident lead and the boss"


def test_what_nobody_has_said_is_an_ellipsis():
    assert (
        said("{{gone}} and [](role:gone)") == "\N{HORIZONTAL ELLIPSIS} and \N{HORIZONTAL ELLIPSIS}"
    )
