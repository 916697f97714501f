"""Comments as conversations."""

from datetime import UTC, datetime, timedelta

from app.domain.plan.changes import apply, put
from app.domain.plan.governance import Comment
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.plan import Plan
from app.services.commenting.threads import counts, root_of, threads

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ADA = (Kind.PERSON, RecordId("ada"))


def comment(key, about, minutes=0):
    at = NOW + timedelta(minutes=minutes)
    return Comment(RecordId(key), about, "Mary Major", f"About {key}", at)


def plan_with(*comments):
    plan = Plan(RecordId("plan"))
    return apply(plan, tuple(put(plan, one) for one in comments))


def test_answers_follow_their_comment_in_the_order_of_time():
    plan = plan_with(
        comment("late", "comments/first", 9),
        comment("first", "people/ada"),
        comment("soon", "comments/first", 3),
    )

    [found] = threads(plan)

    assert found.about == ADA
    assert [one.id for one in found.comments] == ["first", "soon", "late"]


def test_an_answer_to_an_answer_belongs_to_the_same_conversation():
    plan = plan_with(
        comment("a", "people/ada"), comment("b", "comments/a", 1), comment("c", "comments/b", 2)
    )

    assert [one.id for one in threads(plan)[0].comments] == ["a", "b", "c"]
    assert root_of(plan, plan.comments[RecordId("c")]).id == "a"


def test_the_youngest_conversation_comes_first_and_one_record_can_be_asked_for():
    plan = plan_with(comment("old", "people/ada"), comment("new", "roles/lead", 5))

    assert [one.first.id for one in threads(plan)] == ["new", "old"]
    assert [one.first.id for one in threads(plan, ADA)] == ["old"]


def test_an_answer_to_what_is_gone_stands_alone():
    plan = plan_with(comment("b", "comments/gone"))

    assert [one.first.id for one in threads(plan)] == ["b"]
    assert counts(plan) == {(Kind.COMMENT, RecordId("gone")): 1}


def test_what_names_no_record_is_shown_all_the_same():
    plan = plan_with(comment("x", "nonsense"))

    assert threads(plan)[0].about is None
    assert counts(plan) == {}


def test_comments_that_answer_each_other_are_one_conversation():
    plan = plan_with(comment("a", "comments/b"), comment("b", "comments/a", 1))

    [found] = threads(plan)

    assert [one.id for one in found.comments] == ["a", "b"]


def test_what_answers_a_circle_belongs_to_it():
    plan = plan_with(
        comment("a", "comments/c"),
        comment("b", "comments/d"),
        comment("c", "comments/b"),
        comment("d", "comments/c"),
    )

    assert [one.first.id for one in threads(plan)] == ["b"]
    assert {root_of(plan, one).id for one in plan.comments.values()} == {"b"}


def test_the_root_of_a_comment_that_is_gone_is_still_known():
    plan = plan_with(comment("c", "comments/b"), comment("b", "comments/c"))
    gone = comment("a", "comments/b")

    assert root_of(plan, gone).id == "b"


def test_a_very_long_chain_of_answers_takes_no_time():
    chain = [comment("c0", "people/ada")]
    chain += [comment(f"c{at}", f"comments/c{at - 1}", at) for at in range(1, 3000)]
    plan = Plan(RecordId("plan"))
    plan = apply(plan, tuple(put(plan, one) for one in reversed(chain)))

    [found] = threads(plan)

    assert len(found.answers) == 2999
    assert counts(plan) == {ADA: 3000}


def test_comments_are_counted_by_record():
    plan = plan_with(
        comment("a", "people/ada"), comment("b", "comments/a"), comment("c", "people/ada")
    )

    assert counts(plan) == {ADA: 3}
