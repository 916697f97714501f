import pytest

from app.domain.judgement.elements.outcome import Outcome


@pytest.mark.parametrize(("done", "passed"), [(0, False), (1, False), (2, True), (3, True)])
def test_a_test_is_passed_once_nothing_is_missing(done, passed):
    assert Outcome(done, 2).passed is passed
