"""What is remembered of an interview."""

from app.services.interviewing.memory import Remembered


def test_a_topic_is_skipped_and_taken_up_again():
    skipped = Remembered("who", frozenset({"what"}), 3).skipping("who")

    assert skipped == Remembered("who", frozenset({"what", "who"}), 3)
    assert skipped.taking_up("what").skipped == {"who"}
    assert skipped.taking_up("gone") == skipped
