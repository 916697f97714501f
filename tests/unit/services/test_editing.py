import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from app.domain.plan.changes import apply, put, remove
from app.domain.plan.plan import Kind
from app.services.editing import UNDO_STEPS, Change, EditingSession
from tests.builders import person, plan_with, rid, role

ABC = plan_with(person("a"), person("b"), person("c"))


@pytest.fixture
def session() -> EditingSession:
    return EditingSession(ABC)


def write(session: EditingSession, name: str, key: str = "a", merge: str = "") -> bool:
    changes = (put(session.plan, person(key, name)),)
    return session.apply(changes, f"Name {name}", "editor", merge)


def name_of(session: EditingSession, key: str = "a") -> str:
    return session.plan.people[rid(key)].name


def order(session: EditingSession) -> str:
    return "".join(session.plan.people)


def test_a_fresh_session_has_nothing_to_undo_or_save(session):
    assert (session.undo_label, session.redo_label, session.dirty) == ("", "", False)
    assert not session.undo()
    assert not session.redo()


def test_an_edit_can_be_undone_and_done_again(session):
    write(session, "Ada")

    assert (name_of(session), session.undo_label) == ("Ada", "Name Ada")
    assert session.undo()
    assert (name_of(session), session.redo_label) == ("A", "Name Ada")
    assert session.redo()
    assert (name_of(session), session.redo_label) == ("Ada", "")


def test_an_edit_that_changes_nothing_is_no_step(session):
    heard = listen(session)

    assert not write(session, "A")
    assert (session.undo_label, heard) == ("", [])


def test_a_new_edit_forgets_what_was_undone(session):
    write(session, "Ada")
    session.undo()

    write(session, "Bea")

    assert not session.redo()
    assert name_of(session) == "Bea"


def test_typing_in_one_field_is_one_step(session):
    for name in ("Ad", "Ada", "Ada L"):
        write(session, name, merge="people/a.name")

    assert session.undo_label == "Name Ada L"
    session.undo()
    assert (name_of(session), session.undo_label) == ("A", "")


def test_typing_in_two_fields_is_two_steps(session):
    write(session, "Ada", merge="people/a.name")
    write(session, "Bea", key="b", merge="people/b.name")

    session.undo()

    assert (name_of(session, "a"), name_of(session, "b")) == ("Ada", "B")


def test_edits_without_a_merge_stay_apart(session):
    write(session, "Ada")
    write(session, "Ada L")

    session.undo()

    assert name_of(session) == "Ada"


@pytest.mark.parametrize("between", ["end_merge", "undo and redo"])
def test_typing_again_later_is_a_step_of_its_own(session, between):
    write(session, "Ada", merge="people/a.name")
    if between == "end_merge":
        session.end_merge()
    else:
        session.undo()
        session.redo()
    write(session, "Ada L", merge="people/a.name")

    session.undo()

    assert name_of(session) == "Ada"


def test_typing_after_an_undo_does_not_grow_the_step_before(session):
    write(session, "Ada", merge="people/a.name")
    write(session, "Bea", key="b")
    session.undo()
    write(session, "Ada L", merge="people/a.name")

    session.undo()

    assert name_of(session) == "Ada"


def test_ending_a_merge_before_any_edit_does_nothing(session):
    session.end_merge()

    assert session.undo_label == ""


def test_typing_back_to_where_one_began_leaves_no_step(session):
    write(session, "Ada", merge="people/a.name")
    write(session, "A", merge="people/a.name")

    assert (session.undo_label, session.dirty) == ("", False)


def test_a_merged_step_over_two_records_is_undone_as_one(session):
    for number in "12":
        write(session, f"A{number}", key="a", merge="both")
        write(session, f"B{number}", key="b", merge="both")

    session.undo()

    assert session.plan == ABC


def test_changes_prepared_together_are_undone_in_order(session):
    both = tuple(remove(session.plan, Kind.PERSON, rid(key)) for key in "ab")

    session.apply(both, "Remove two")
    session.undo()

    assert order(session) == "abc"


def test_only_the_latest_steps_are_kept(session):
    for number in range(UNDO_STEPS + 1):
        write(session, f"Name {number}")

    while session.undo():
        pass

    assert name_of(session) == "Name 0"


def listen(session: EditingSession) -> list[Change]:
    heard: list[Change] = []
    session.subscribe(heard.append)
    return heard


def test_listeners_hear_what_changed_and_who_did_it(session):
    heard = listen(session)

    write(session, "Ada")
    session.undo()

    edit, undone = heard
    assert (edit.label, edit.origin, edit.kinds) == ("Name Ada", "editor", frozenset({Kind.PERSON}))
    assert edit.ids(Kind.PERSON) == {rid("a")}
    assert not edit.ids(Kind.ROLE)
    assert (undone.label, undone.origin) == ("Name Ada", "")
    assert undone.changes == (edit.changes[0].reversed(),)


def test_listeners_find_the_plan_and_its_history_up_to_date(session):
    seen: list[tuple[str, str, bool]] = []
    session.subscribe(lambda _: seen.append((name_of(session), session.undo_label, session.dirty)))

    write(session, "Ada")
    session.undo()

    assert seen == [("Ada", "Name Ada", True), ("A", "", False)]


def test_an_edit_made_while_listening_is_the_later_step(session):
    def answer(change: Change) -> None:
        if change.origin == "editor":
            session.apply((put(session.plan, role("lead")),), "Add lead")

    session.subscribe(answer)
    write(session, "Ada")

    assert session.undo_label == "Add lead"
    session.undo()
    session.undo()
    assert session.plan == ABC


def test_who_unsubscribed_hears_nothing(session):
    heard: list[Change] = []
    leave = session.subscribe(heard.append)

    leave()
    write(session, "Ada")

    assert heard == []


def test_saving_makes_a_session_clean_until_the_next_edit(session):
    write(session, "Ada")
    session.mark_saved(session.plan)

    assert not session.dirty
    session.undo()
    assert session.dirty


def test_edits_made_while_saving_stay_unsaved(session):
    write(session, "Ada")
    saved = session.plan
    write(session, "Bea", key="b")

    session.mark_saved(saved)

    assert [change.id for change in session.unsaved()] == ["b"]


def test_what_is_sealed_cannot_be_undone_or_done_again(session):
    write(session, "Ada")
    write(session, "Bea")
    session.undo()

    session.seal()

    assert (session.undo_label, session.redo_label) == ("", "")
    assert not session.undo()
    assert not session.redo()
    assert name_of(session) == "Ada"
    assert session.dirty


def test_undoing_everything_leaves_nothing_to_save(session):
    write(session, "Ada")
    session.undo()

    assert session.unsaved() == ()


def test_an_edit_and_a_move_of_another_record_are_saved_in_order(session):
    write(session, "Cid", key="c")
    session.apply((put(session.plan, person("a"), at=2),), "Move")

    assert apply(ABC, session.unsaved()) == session.plan
    assert order(session) == "bca"


def test_a_record_moved_back_into_its_old_place_by_others_is_saved_too(session):
    session.apply((put(session.plan, person("c"), at=0),), "Move")
    session.apply((put(session.plan, person("b"), at=1),), "Move")

    assert order(session) == "cba"
    assert apply(ABC, session.unsaved()) == session.plan


KEYS = st.sampled_from("abcdef")
NAMES = st.sampled_from(("One", "Two", "Three"))


class AnyEditing(RuleBasedStateMachine):
    """Somebody edits, types, undoes, redoes and saves in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.session = EditingSession(ABC)
        self.first = self.saved = ABC

    @rule(key=KEYS, name=NAMES, at=st.none() | st.integers(0, 6))
    def edit(self, key, name, at):
        self.session.apply((put(self.session.plan, person(key, name), at),), "Edit")

    @rule(key=KEYS, name=NAMES, merge=st.sampled_from(("one", "other")))
    def write(self, key, name, merge):
        self.session.apply((put(self.session.plan, person(key, name)),), "Type", merge=merge)

    @rule(keys=st.sets(KEYS, min_size=1, max_size=3), name=NAMES)
    def replace_at_once(self, keys, name):
        plan = self.session.plan
        gone = tuple(remove(plan, Kind.PERSON, key) for key in plan.people if key in keys)
        come = tuple(put(plan, role(key, name)) for key in sorted(keys))
        self.session.apply(gone + come, "Replace")

    @rule()
    def end_merge(self):
        self.session.end_merge()

    @rule()
    def undo_and_redo(self):
        before = self.session.plan
        if self.session.undo():
            assert self.session.redo()

        assert self.session.plan == before

    @rule(times=st.integers(1, 3))
    def undo(self, times):
        for _ in range(times):
            self.session.undo()

    @rule()
    def redo(self):
        self.session.redo()

    @rule()
    def save(self):
        self.saved = self.session.plan
        self.session.mark_saved(self.saved)

    @precondition(lambda self: self.session.undo_label)
    @rule()
    def undo_everything_and_return(self):
        before, steps = self.session.plan, 0
        while self.session.undo():
            steps += 1

        assert self.session.plan == self.first
        for _ in range(steps):
            assert self.session.redo()
        assert self.session.plan == before

    @invariant()
    def what_is_unsaved_leads_from_the_saved_plan_to_this_one(self):
        unsaved = self.session.unsaved()

        assert apply(self.saved, unsaved) == self.session.plan
        assert self.session.dirty == (self.saved != self.session.plan)
        assert len({(change.kind, change.id) for change in unsaved}) == len(unsaved)


TestAnyEditing = AnyEditing.TestCase
TestAnyEditing.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
