"""An agenda of items from many sources."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.domain.lifecycle.reviewing.agenda import MOST, agenda, renewed
from app.domain.plan.ids import RecordId
from app.domain.plan.sessions import AgendaItem, Choice, Topic
from tests.builders import QUICK, rid


def item(key: str, topic: Topic = Topic.FINDING, about: str = "", **fields) -> AgendaItem:
    return AgendaItem(key, topic, f"Title of {key}", about=about, **fields)


def keys(items) -> list[str]:
    return [one.key for one in items]


def test_items_come_topic_by_topic_and_keep_their_order_within():
    items = (item("s", Topic.SECTION), item("b"), item("a"), item("o", Topic.OVERDUE))

    assert keys(agenda(items)) == ["o", "b", "a", "s"]


def test_an_action_that_is_late_is_not_carried_over_too():
    late = item("action/a", Topic.OVERDUE)

    assert agenda((item("action/a", Topic.ACTION), late)) == (late,)


def test_a_section_somebody_looks_at_anyway_does_not_come_by_its_age():
    items = (
        item("section/a", Topic.SECTION, "sections/a"),
        item("section/b", Topic.SECTION, "sections/b"),
        item("f", about="sections/a"),
    )

    assert keys(agenda(items)) == ["f", "section/b"]


def test_one_item_more_than_shown_is_not_worth_folding():
    items = [item(str(at)) for at in range(MOST + 1)]

    assert agenda(items) == tuple(items)


def test_a_long_list_ends_in_one_item_that_counts_the_rest():
    items = [replace(item(str(at)), title=f"Role: R{at}") for at in range(MOST + 8)]

    *shown, more = agenda(items)

    assert shown == items[:MOST]
    assert (more.key, more.topic, more.title) == (
        "finding/more",
        Topic.FINDING,
        "8 more findings",
    )
    assert more.why == "R12, R13, R14, R15, R16, R17 and 2 more."


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(Topic)), max_size=80))
@QUICK
def test_no_item_comes_twice_and_topics_come_in_order(pairs):
    made = agenda([item(key, topic) for key, topic in pairs])

    assert len(set(keys(made))) == len(made)
    order = [list(Topic).index(one.topic) for one in made]
    assert order == sorted(order)
    assert {key for key, _ in pairs} <= set(keys(made))


@given(st.sampled_from(Topic), st.integers(0, 200))
@QUICK
def test_each_topic_has_words_for_its_rest_and_stays_short(topic, count):
    made = agenda([item(f"{at}", topic) for at in range(count)])

    assert len(made) <= MOST + 1
    assert len(made) == min(count, MOST + 1)


def test_what_was_decided_stays_with_the_words_it_was_decided_on():
    was = item("a", choice=Choice.KEEP, note="Holds.", why="Old words.")
    gone = item("gone", Topic.OVERDUE, choice=Choice.NOT_APPLICABLE)

    made = renewed((was, gone, item("open")), (item("a", Topic.CHANGE, why="New."), item("b")))

    assert made == (gone, was, item("b"))


def test_an_open_item_stays_though_another_about_the_same_was_changed():
    changed = item("a", about="sections/a", choice=Choice.CHANGE)
    also = item("b", about="sections/a")

    assert renewed((changed, also), (changed, also)) == (changed, also)


def test_items_stay_in_their_order_and_new_ones_come_behind():
    present = (item("a"), item("b", choice=Choice.KEEP), item("c"))

    assert keys(renewed(present, tuple(map(item, "dcab")))) == ["a", "b", "c", "d"]


def test_an_action_put_off_in_the_session_stays_among_what_is_overdue():
    late = item("action/a", Topic.OVERDUE, "actions/a", choice=Choice.ACTION, action=rid("a"))

    assert renewed((late,), (item("action/a", Topic.ACTION, "actions/a"),)) == (late,)


def test_what_the_session_changed_is_no_news():
    changed = item("section/a", Topic.SECTION, "sections/a", choice=Choice.CHANGE)
    kept = item("section/b", Topic.SECTION, "sections/b", choice=Choice.KEEP)
    whole = item("overdue/review", Topic.OVERDUE, choice=Choice.CHANGE)
    fresh = (
        item("change/a", Topic.CHANGE, "sections/a"),
        item("change/b", Topic.CHANGE, "sections/b"),
        item("more", Topic.CHANGE),
    )

    made = renewed((whole, changed, kept), fresh)

    assert keys(made) == ["overdue/review", "change/b", "more", "section/a", "section/b"]


def test_an_action_the_session_gave_is_no_item_of_the_same_session():
    given = item("f", choice=Choice.ACTION, action=RecordId("new"))
    fresh = (item("f"), item("action/new", Topic.ACTION, "actions/new"))

    assert renewed((given,), fresh) == (given,)


def test_an_action_decided_about_stays_though_the_session_gave_it_another_day():
    given = item("action/a", Topic.ACTION, "actions/a", choice=Choice.ACTION, action=RecordId("a"))

    assert renewed((given,), (item("action/a", Topic.ACTION, "actions/a"),)) == (given,)


def test_an_open_item_keeps_its_note():
    (kept,) = renewed((item("f", note="Ask the insurer"),), (replace(item("f"), why="New"),))

    assert (kept.note, kept.why, kept.choice) == ("Ask the insurer", "New", Choice.OPEN)
