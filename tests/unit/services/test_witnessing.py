from app.domain.lifecycle.chain import Head
from app.domain.lifecycle.heads import Occasion
from app.services.witnessing import Witness
from tests.builders import NOON
from tests.fakes import FakeWitness


def test_a_witness_is_told_what_when_and_why():
    fake = FakeWitness()
    witness: Witness = fake

    witness.note(Head("plan-1", 1, "ab", "cd"), NOON, Occasion.EXPORT)

    assert fake.told == [(Head("plan-1", 1, "ab", "cd"), NOON, Occasion.EXPORT)]
