"""Each refusal says in one sentence what is wrong and what to do."""

import pytest

from app.export.word.donor.refusals import (
    LetterheadActive,
    LetterheadDamaged,
    LetterheadEncrypted,
    LetterheadTooLarge,
)


@pytest.mark.parametrize(
    ("refusal", "what", "remedy"),
    [
        (LetterheadActive(), "macros", "save a copy"),
        (LetterheadDamaged(), "damaged", "save it again"),
        (LetterheadEncrypted(), "password", "save a copy without one"),
        (LetterheadTooLarge(30), "30 MB", "smaller file"),
    ],
)
def test_a_refusal_names_the_fault_and_the_remedy(refusal, what, remedy):
    assert what in refusal.message
    assert remedy in refusal.message
    assert refusal.message.count(". ") == 0
