from app.services.identity_standing import IdentityStanding
from tests.fakes import FACTS


def test_one_refusal_is_enough():
    assert IdentityStanding(FACTS).signs
    assert not IdentityStanding(FACTS, ("It is too old.",)).signs
