from dataclasses import dataclass

import pytest

from app.domain.interview.conditions import Equals
from app.domain.interview.questions import AnswerKind, Option, Question
from app.domain.interview.template import ProseBlock, SectionTemplate
from app.domain.plan.ids import RecordId
from app.domain.plan.roles import Role
from app.persistence.library.rewording import RoleWords, reworded

ROLES = RoleWords(
    into={"scribe": "writer", "analyst": "lead", "hr-lead": "lead"},
    names={"writer": "Writer", "lead": "IT lead"},
    renamed={"Scribe": "Writer", "Security analyst": "IT lead", "HR lead": "IT lead"},
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the [scribe](role:scribe) writes", "the [writer](role:writer) writes"),
        ("The [Scribe](role:scribe) writes", "The [Writer](role:writer) writes"),
        ("an [analyst](role:analyst)", "an [IT lead](role:lead)"),
        ("the [lead](role:lead) stays", "the [lead](role:lead) stays"),
        ("see [scribe](section:scribe)", "see [writer](section:scribe)"),
        ("{{scribe.name}} is scribe", "{{scribe.name}} is writer"),
        ("told by the security analyst", "told by the IT lead"),
        ("Security analyst and scribes", "IT lead and scribes"),
        ("describe it", "describe it"),
        ("the security analyst and the HR lead decide", "the IT lead decide"),
        ("a [b](role:analyst), the [c](role:hr-lead) and [d](role:scribe)", None),
        ("", ""),
        ("Schreiber (role:scribe) ümläut [](role:scribe)", None),
    ],
)
def test_a_merged_role_is_called_as_the_one_it_became_part_of(text, expected):
    made = reworded(text, ROLES)

    if expected is not None:
        assert made == expected
    assert "](role:scribe)" not in made
    assert "](role:analyst)" not in made


def test_two_neighbours_that_became_one_role_are_named_once():
    text = "the [analyst](role:analyst) and the [HR](role:hr-lead), or [x](role:scribe)"

    assert reworded(text, ROLES) == "the [IT lead](role:lead), or [writer](role:writer)"


def test_three_neighbours_that_became_one_role_are_named_once():
    text = "[a](role:lead), [b](role:analyst) and [c](role:hr-lead) decide"

    assert reworded(text, ROLES) == "[a](role:lead) decide"


def test_ids_conditions_and_values_are_left_alone():
    asked = Question(
        id=RecordId("scribe.asked"),
        section="roles",
        text="Who helps the scribe?",
        kind=AnswerKind.CHOICE,
        options=(Option("scribe", "The scribe"),),
        default="scribe",
    )
    block = ProseBlock("The scribe.", Equals("who", "scribe"))
    section = SectionTemplate(
        "scribe", "Scribe", "For the scribe", questions=(asked,), prose=(block,)
    )

    made = reworded(section, ROLES)

    assert (made.key, made.title, made.purpose) == ("scribe", "Writer", "For the writer")
    assert made.prose == (ProseBlock("The writer.", Equals("who", "scribe")),)
    (question,) = made.questions
    assert (question.id, question.section, question.default) == ("scribe.asked", "roles", "scribe")
    assert question.text == "Who helps the writer?"
    assert question.options == (Option("scribe", "The writer"),)


def test_fields_that_are_links_are_left_alone():
    @dataclass(frozen=True)
    class Letter:
        id: str
        sender: str
        text: str

    made = reworded(Letter("scribe", "scribe", "scribe"), ROLES, {"sender"})

    assert made == Letter("scribe", "scribe", "writer")


def test_a_role_keeps_its_own_name():
    role = Role(RecordId("x"), "Scribe", duties=("Helps the scribe.",))

    made = reworded(role, ROLES)

    assert (made.name, made.duties) == ("Scribe", ("Helps the writer.",))
