import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.plan.changes import apply
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.people import Person
from app.domain.plan.plan import Plan
from app.services.editing import EditingSession
from app.services.importing.checking import Take, check
from app.services.importing.fields import IMPORTED
from app.services.importing.tables import Table, TableRow
from app.services.importing.taking import WORDS, counted, take
from tests.builders import QUICK
from tests.unit.services.importing.tabling import plan_of, preview, reader

ADA = Person(RecordId("ada-byron"), "Ada Byron")
TEXT = "Name|Job title\nAda Byron|Head\nBo Ek|Counsel\nBo Ek|again\n|nobody"


def test_rows_are_taken_as_advised_in_one_step():
    plan = plan_of(ADA)
    session = EditingSession(plan)

    taken = take(plan, preview(TEXT, plan))
    session.apply(taken.changes, taken.label)

    assert [(one.name, one.title) for one in session.plan.people.values()] == [
        ("Ada Byron", "Head"),
        ("Bo Ek", "Counsel"),
    ]
    assert (taken.added, taken.updated, taken.same, taken.skipped) == (1, 1, 0, 2)
    assert session.undo_label == "Import 2 people"
    assert session.undo()
    assert session.plan == plan


def test_what_is_chosen_overrules_what_is_advised():
    plan = plan_of(ADA)

    taken = take(plan, preview(TEXT, plan), {0: Take.ADD, 1: Take.SKIP, 2: Take.ADD, 3: Take.ADD})

    made = apply(plan, taken.changes)
    assert list(made.people) == ["ada-byron", "ada-byron-2", "bo-ek"]
    assert taken.skipped == 2


def test_a_row_cannot_update_what_it_is_not_about():
    taken = take(Plan(RecordId("p")), preview("Name\nBo Ek"), {0: Take.UPDATE})

    assert taken.changes == ()
    assert taken.skipped == 1


def test_an_update_without_news_changes_nothing():
    plan = plan_of(ADA)

    taken = take(plan, preview("Name\nAda Byron", plan))

    assert taken.changes == ()
    assert (taken.updated, taken.same) == (0, 1)


def test_names_without_letters_of_ours_get_ids_of_their_own():
    taken = take(Plan(RecordId("p")), preview("Name\n\u5f20\u4f1f\n\u738b\u82b3\n\u674e\u5a1c"))

    assert len({change.id for change in taken.changes}) == 3


def test_actions_get_ids_that_say_nothing():
    taken = take(Plan(RecordId("p")), preview("Action\nTell nobody", kind=Kind.ACTION))

    assert taken.changes[0].id.startswith("action-")


@pytest.mark.parametrize("kind", IMPORTED)
def test_each_kind_has_words(kind):
    assert counted(kind, 1) == f"1 {WORDS[kind][0]}"
    assert counted(kind, 2) == f"2 {WORDS[kind][1]}"


NAMES = st.sampled_from(
    ["Ada Byron", "ada byron", "Bo Ek", "Ada Lovelace", "", "\u5f20\u4f1f", "B"]
)
MAILS = st.sampled_from(["", "ada@x.org", "ADA@x.org", "desk@x.org", "no mail", "a@x.org; b@x.org"])
NUMBERS = st.sampled_from(
    ["", "020 7946 0958", "+44 20 7946 0958", "12", "Tom", "07700 900123 / 07700 000123", "-"]
)
ROWS = st.lists(st.tuples(NAMES, MAILS, NUMBERS, NUMBERS, st.sampled_from(["", "yes", "x"])))
HEADS = ("Name", "E-mail", "Phone", "Out of band", "External")


def imported(plan, made):
    shown = check(plan, Kind.PERSON, made, reader(made, Kind.PERSON))
    return take(plan, shown)


@QUICK
@given(ROWS)
def test_importing_the_same_table_again_changes_nothing(rows):
    numbered = tuple(TableRow(at, row) for at, row in enumerate(rows, start=2))
    made = Table("people.csv", HEADS, numbered, head_row=TableRow(1, HEADS))
    once = apply(Plan(RecordId("p")), imported(Plan(RecordId("p")), made).changes)

    again = imported(once, made)

    assert again.changes == ()
    assert again.added == again.updated == 0


@QUICK
@given(ROWS, ROWS)
def test_importing_never_takes_anybody_or_any_way_to_reach_them_away(first, second):
    tables = [
        Table(
            "x",
            HEADS,
            tuple(TableRow(at, row) for at, row in enumerate(rows)),
            (),
            TableRow(0, HEADS),
        )
        for rows in (first, second)
    ]
    plan = Plan(RecordId("p"))
    before = apply(plan, imported(plan, tables[0]).changes)

    after = apply(before, imported(before, tables[1]).changes)

    for key, person in before.people.items():
        ways = [(way.kind, way.address) for way in after.people[key].channels]
        assert [(way.kind, way.address) for way in person.channels] == ways[: len(person.channels)]
