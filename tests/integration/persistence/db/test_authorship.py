from pathlib import Path

import pytest
from sqlalchemy.orm import Session

from app.persistence.db.authorship import authors
from app.persistence.db.engine import plan_engine
from app.persistence.db.rows import RowDamaged
from tests.integration.persistence.db.samples import run_sql


def asked(path: Path, after: int = 0, until: int | None = None) -> tuple[str, ...]:
    engine = plan_engine(path, read_only=True)
    try:
        with Session(engine) as session:
            return authors(session, after, until)
    finally:
        engine.dispose()


def revision(number: int, actor: str, changes: str) -> str:
    return f"INSERT INTO revision VALUES ({number}, 'r{number}', 't', '{actor}', 'l', '{changes}')"


def test_each_author_is_named_once_in_the_order_they_came(path: Path) -> None:
    run_sql(
        path,
        revision(2, "Bea", '[{"kind": "acts"}, {"kind": "sections"}]'),
        revision(3, "Cy", '[{"kind": "acts"}, {"kind": "files"}]'),
        revision(4, "Ann", '[{"kind": "people"}]'),
        revision(5, "Bea", '[{"kind": "terms"}]'),
    )

    assert asked(path) == ("Ann", "Bea")
    assert asked(path, after=2) == ("Ann", "Bea")
    assert asked(path, after=4) == ("Bea",)
    assert asked(path, until=1) == ("Ann",)


@pytest.mark.parametrize("changes", ["no", "[5]", "{}x", "7"])
def test_a_revision_that_does_not_say_what_it_changed_is_damage(path: Path, changes: str) -> None:
    run_sql(path, revision(2, "Bea", changes))

    with pytest.raises(RowDamaged, match="revision 2"):
        asked(path)
