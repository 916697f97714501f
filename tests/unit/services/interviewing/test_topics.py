"""How far the topics of the interview are."""

from app.domain.plan.changes import apply
from app.services.answering.unknown import find_out
from app.services.interviewing.topics import TopicState, questions_of, topics_of
from tests.unit.services.interviewing.interviews import BRAND, TEMPLATE, answered, drafted


def states(plan, skipped=()):
    return {item.topic.id: item.state for item in topics_of(TEMPLATE, plan, skipped)}


def test_a_topic_that_asks_nothing_is_no_stop():
    assert list(states(drafted())) == ["who", "what"]


def test_a_topic_is_begun_with_its_first_answer_and_done_with_its_last():
    assert states(drafted())["who"] is TopicState.UNTOUCHED
    begun = drafted(profile__legal_name="Northwind")
    assert states(begun)["who"] is TopicState.BEGUN
    assert states(answered(begun, "profile.sector", "other"))["who"] is TopicState.DONE


def test_a_blank_answer_is_none():
    assert states(drafted(profile__legal_name="  "))["who"] is TopicState.UNTOUCHED


def test_no_is_an_answer():
    (_, what) = topics_of(TEMPLATE, drafted(cards=False))

    assert what.state is TopicState.DONE
    assert what.answered == {"cards"}


def test_a_question_comes_with_the_answer_that_calls_for_it_and_opens_its_topic_again():
    (_, what) = topics_of(TEMPLATE, drafted(cards=True))

    assert [str(item.id) for item in what.asked] == ["cards", "brand"]
    assert [str(item.id) for item in what.open] == ["brand"]
    assert what.state is TopicState.BEGUN


def test_what_somebody_finds_out_is_settled_but_not_answered():
    plan = drafted(cards=True)
    plan = apply(plan, find_out(plan, BRAND, "Ada Byron", None))

    (_, what) = topics_of(TEMPLATE, plan)

    assert what.handed == {"brand"}
    assert what.answered == {"cards"}
    assert what.open == ()
    assert what.state is TopicState.DONE


def test_a_skipped_topic_counts_as_skipped_until_all_is_answered():
    begun = drafted(profile__legal_name="Northwind")

    assert states(begun, {"who", "gone"})["who"] is TopicState.SKIPPED
    whole = answered(begun, "profile.sector", "other")
    assert states(whole, {"who"})["who"] is TopicState.DONE


def test_the_questions_of_a_topic_hold_those_that_are_not_asked_now():
    assert [str(item.id) for item in questions_of(TEMPLATE, "what")] == ["cards", "brand"]
    assert questions_of(TEMPLATE, "none") == ()
