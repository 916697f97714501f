"""The annex that tells what changed since an earlier version."""

import re
from dataclasses import replace
from datetime import date

import pytest

from app.domain.document.labels import Counted, Label, Labels
from app.domain.document.tree import Heading, Table
from app.domain.lifecycle.matter import LIFE
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.durations import Duration, TimeUnit
from app.domain.plan.governance import Comment, Version
from app.domain.plan.plan import Kind, Plan
from app.domain.plan.programme import Term
from app.domain.plan.sections import Answer
from app.export.compose.changes_annex import MOST_CHANGES, changes_annex
from app.export.compose.plan_document import compose
from app.export.compose.scribe import Scribe
from app.services.changes.since import Since
from tests.builders import HOSTILE, NOON, person, plan_with, rid, role
from tests.labels import ENGLISH
from tests.unit.export.compose.judged import judged, written
from tests.unit.export.compose.reading import captioned, column, headings, lines, rows, tables

REST = " ".join(f"w{at}" for at in range(1, 21))
LEVEL = SeverityLevel(rid("s2"), "S2 High", 2, update_every=Duration(4, TimeUnit.HOURS))
LEAD = role("lead", "Incident lead", duties=("Leads.",))
SCOPE = written("scope", f"All sites. {REST}")
FIRST = Version(rid("v1"), "1.0", issued_on=date(2026, 11, 3))


def annex(old: Plan, new: Plan, point: str = "1.0"):
    return changes_annex(Since(point, old), judged(new), Scribe(new, ENGLISH))


def test_a_field_that_changed_is_a_row_with_its_weight():
    quicker = replace(LEVEL, update_every=Duration(2, TimeUnit.HOURS), examples=("Outage",))

    table = captioned(annex(plan_with(LEVEL), plan_with(quicker)), "Severity levels")

    assert rows(table) == [
        ("S2 High", "examples: “Outage” added", "yes"),
        ("S2 High", "update every: from 4 hours to 2 hours", "yes"),
    ]


def test_prose_is_told_word_by_word():
    new = replace(SCOPE, prose=f"All staff. {REST}")

    table = captioned(annex(plan_with(SCOPE), plan_with(new)), "Sections")

    (told,) = column(table, "How it changed")
    assert told == (
        "text: changed (+1 \u22121 words)\nAll [-sites-] [+staff+]. w1 w2 w3 w4 w5 w6 w7 …"
    )


def test_what_came_is_only_named_and_what_went_says_what_it_said():
    term = Term(rid("t"), "Triage", "A first look.")
    found = annex(plan_with(term), plan_with(LEAD))

    assert rows(captioned(found, "Roles")) == [("Incident lead", "Added", "yes")]
    assert rows(captioned(found, "Terms")) == [
        ("Triage", "Removed\nmeaning: was “A first look.”", "no")
    ]


def test_a_record_that_moved_says_where_it_stands_now():
    one, other = Term(rid("a"), "Alarm", "A."), Term(rid("b"), "Breach", "B.")

    (table,) = tables(annex(plan_with(one, other), plan_with(other, one)))

    assert rows(table) in (
        [("Breach", "moved to the front", "no")],
        [("Alarm", "moved behind Breach", "no")],
    )


def test_of_people_who_left_nothing_but_the_name_is_printed():
    gone = person("ann", "Ann Otis", title="Director", unit="IT")

    (table,) = tables(annex(plan_with(gone), plan_with()))

    assert rows(table) == [("Ann Otis", "Removed", "no")]


def test_an_answer_is_called_by_its_question():
    answer = Answer(rid("purpose.objectives"), rid("purpose"), "yes")

    (table,) = tables(annex(plan_with(answer), plan_with(replace(answer, value="no"))))

    assert column(table, "Changed") == ["What is purpose.objectives?"]


def test_the_head_names_the_version_and_counts():
    found = annex(plan_with(LEVEL), plan_with(replace(LEVEL, rank=3, name="S2"), LEAD, FIRST))

    assert headings(found) == ["Changes since version 1.0"]
    assert lines(found)[1:4] == [
        "Compared with: Version 1.0 of 3 November 2026",
        "Changes: 3",
        "Material changes: 3",
    ]
    (heading,) = (block for block in found if isinstance(block, Heading))
    assert heading.annex
    assert heading.new_page


@pytest.mark.parametrize(
    ("old", "point", "title", "compared"),
    [
        (plan_with(FIRST), "1.0", "Changes since version 1.0", "Version 1.0 of 3 November 2026"),
        (plan_with(), "1.0", "Changes since version 1.0", "Version 1.0"),
        (plan_with(FIRST), "@12", "Changes since revision 12", "Revision 12"),
    ],
)
def test_the_head_says_what_it_is_compared_with(old, point, title, compared):
    found = annex(old, plan_with(LEAD), point)

    assert headings(found) == [title]
    assert lines(found)[1] == f"Compared with: {compared}"


def test_where_nothing_changed_the_annex_says_so():
    found = annex(plan_with(LEAD), plan_with(LEAD))

    assert tables(found) == []
    assert lines(found)[-1] == "Nothing that is stated here has changed since then."


def test_the_records_of_the_plans_own_life_are_not_told_of():
    comment = Comment(rid("c"), "sections/scope", "Ann", "Between us: is this so?", NOON)

    found = annex(plan_with(), plan_with(comment, FIRST))

    assert tables(found) == []
    assert Kind.COMMENT in LIFE


def test_of_too_many_changes_the_material_ones_are_printed_and_the_rest_counted():
    terms = [Term(rid(f"t{at}"), f"Term {at}", "A word.") for at in range(MOST_CHANGES + 20)]
    roles = [role(f"r{at}", f"Role {at}") for at in range(5)]

    found = annex(plan_with(), plan_with(*terms, *roles))

    assert sum(len(table.rows) for table in tables(found)) == MOST_CHANGES
    assert len(captioned(found, "Roles").rows) == 5
    assert column(captioned(found, "Terms"), "Changed")[0] == "Term 0"
    assert lines(found)[-1].startswith("25 more changes are not printed; the command irplan diff")


def test_as_many_changes_as_are_printed_leave_none_out():
    terms = [Term(rid(f"t{at}"), f"Term {at}", "A word.") for at in range(MOST_CHANGES)]

    assert isinstance(annex(plan_with(), plan_with(*terms))[-1], Table)


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_has_its_row(text):
    old = role("r", "Lead", duties=(text, f"{REST} {REST}"))

    found = annex(plan_with(old), plan_with(replace(old, name=f"{text}!", duties=(REST * 9,))))

    assert [row[2] for row in rows(captioned(found, "Roles"))] == ["no", "yes"]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind not in LIFE])
def test_every_kind_that_is_told_of_has_a_caption(kind):
    assert ENGLISH(f"changes-of.{kind.value}")


def test_the_annex_is_the_last_and_moves_nothing_before_it():
    new = plan_with(replace(SCOPE, prose="All."), LEAD)
    without = compose(judged(new), ENGLISH, True, NOON)

    document = compose(judged(new), ENGLISH, True, NOON, since=Since("1.0", plan_with(SCOPE)))

    count = len(without.body)
    assert document.body[:count] == without.body
    assert headings(document.body[count:]) == ["Changes since version 1.0"]
    assert replace(document, body=without.body) == without


def foreign(label: Label) -> Label:
    """The same in a language that has one letter."""
    if isinstance(label, Counted):
        return Counted(str(foreign(label.one)), str(foreign(label.other)))
    parts = re.split(r"(\{[^}]*\})", label)
    return "".join(
        part if part.startswith("{") else re.sub("[A-Za-z]", "ω", part) for part in parts
    )


def test_every_fixed_word_is_said_in_the_language_of_the_document():
    labels = Labels("el", {key: foreign(label) for key, label in ENGLISH.texts.items()})
    terms = [Term(rid(f"t{at}"), f"{at}", f"{at}") for at in range(MOST_CHANGES + 9)]
    new = plan_with(*terms, replace(LEAD, id=rid("1"), name="1"), FIRST)

    for old, point in ((plan_with(), "@1"), (plan_with(FIRST), "1.0"), (new, "2.0")):
        found = changes_annex(Since(point, old), judged(new), Scribe(new, labels))
        assert not re.search("[A-Za-z]", "\n".join(lines(found)))
        assert "ω" in lines(found)[0]
