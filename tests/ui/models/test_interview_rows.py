"""The stops of the interview in words."""

from app.domain.plan.changes import apply
from app.services.answering.unknown import find_out
from app.services.interviewing.topics import topics_of
from app.services.interviewing.walk import RESULT
from tests.unit.services.interviewing.interviews import BRAND, TEMPLATE, drafted
from ui.models.interview_rows import headline, stop_rows


def rows(plan, skipped=()):
    return stop_rows(topics_of(TEMPLATE, plan, skipped))


def test_a_row_says_how_far_its_topic_is_and_the_last_how_much_is_open():
    plan = drafted(profile__legal_name="Northwind", cards=True)
    plan = apply(plan, find_out(plan, BRAND, "Ada Byron", None))

    assert [(row.key, row.said, row.share) for row in rows(plan)] == [
        ("who", "Who you are, Begun \u00b7 1 of 2 answered", 0.5),
        ("what", "Data, Done \u00b7 1 of 2 answered \u00b7 1 to find out", 1.0),
        (RESULT, "What your answers produce, 1 question open", 0.0),
    ]


def test_what_is_untouched_says_how_much_it_asks():
    assert [row.words for row in rows(drafted())] == [
        "Not yet \u00b7 2 questions",
        "Not yet \u00b7 1 question",
        "3 questions open",
    ]


def test_what_is_skipped_says_so():
    assert rows(drafted(), {"who"})[0].words == "Skipped \u00b7 0 of 2 answered"


def test_the_headline_counts_what_is_done_and_what_is_skipped():
    plan = drafted(cards=False)

    assert headline(topics_of(TEMPLATE, plan)) == "1 of 2 topics done"
    assert headline(topics_of(TEMPLATE, plan, {"who"})) == "1 of 2 topics done, 1 skipped"
