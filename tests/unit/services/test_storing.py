from app.services.storing import PlanStore, Receipt
from tests.builders import NOON, plan_with
from tests.fakes import MemoryStore


def test_a_receipt_names_the_revision_and_the_time():
    assert Receipt(2, NOON) == Receipt(revision=2, at=NOON)


def test_a_store_in_memory_serves_as_a_plan_store():
    store: PlanStore = MemoryStore(plan_with())

    assert (store.name, store.read_only) == ("plan.irplan", False)
    assert store.load() == plan_with()


def test_a_request_that_is_known_is_not_written_twice():
    store = MemoryStore(plan_with())

    assert store.save((), "", "r1") == store.save((), "", "r1") == Receipt(2, NOON)
    assert store.save((), "", "r2") == Receipt(3, NOON)
