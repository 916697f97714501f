import pytest

from app.services.text_signatures import TextSignature


@pytest.mark.parametrize(
    ("intact", "problems", "holds"),
    [
        (True, (), True),
        (False, (), False),
        (True, ("Its certificate was not valid.",), False),
        (False, ("Its digest differs.",), False),
    ],
)
def test_a_signature_holds_when_it_is_intact_and_nothing_speaks_against_it(intact, problems, holds):
    assert TextSignature(intact, problems=problems).holds is holds
