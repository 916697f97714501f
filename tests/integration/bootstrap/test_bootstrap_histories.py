from app.domain.lifecycle.auditing import audited
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Person


def test_what_was_saved_can_be_looked_back_at(made, opened):
    path = opened.store.path
    opened.session.apply((put(opened.plan, Person(RecordId("zoe"), "Zoe")),), "Zoe comes")
    opened.save()

    history = made.history(path)

    assert [entry.number for entry in history.entries()] == [1, 2]
    assert "zoe" not in history.plan_at(1).people
    assert audited(made.audit_trail(path)).whole


def test_copies_are_kept_and_the_newest_good_one_is_rescued(made, opened):
    path = opened.store.path
    opened.close()
    path.write_bytes(b"SQLite format 3\0" + b"\0" * 5000)

    rescued = made.rescue(path)

    assert rescued.parent == path.parent
    again = made.open(rescued)
    again.store.close()
    assert again.plan == opened.plan
