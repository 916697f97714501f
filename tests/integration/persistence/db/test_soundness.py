import shutil
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from app.domain.plan.acts import KeptFile
from app.domain.plan.changes import put
from app.domain.plan.ids import RecordId
from app.domain.plan.kinds import Kind
from app.domain.plan.profile import Profile
from app.persistence.db.files import PlanFiles
from app.persistence.db.rows import new_row
from app.persistence.db.soundness import Look, look
from tests.builders import rid
from tests.integration.persistence.db.samples import (
    ROOT,
    query,
    renamed,
    run_sql,
    sample_plan,
)

DATA = ROOT / "tests" / "data"


@pytest.fixture
def edited(files: PlanFiles, path: Path) -> Path:
    """The sample plan with a second revision."""
    store = files.open(path)
    store.save(renamed(store.load(), "ann", "Chief"), "An edit", "one")
    store.close()
    return path


def without_law(path: Path, *statements: str) -> None:
    """Change the file as somebody could who takes its triggers away and puts them back."""
    triggers = query(path, "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    run_sql(path, *(f"DROP TRIGGER {name}" for name, _ in triggers))
    run_sql(path, *statements)
    run_sql(path, *(str(sql) for _, sql in triggers))


def test_a_sound_file_has_no_flaw(edited: Path) -> None:
    found = look(edited)

    assert found.flaw == ""
    assert found.plan is not None
    assert found.plan.id == sample_plan().id
    assert found.last is not None
    assert (found.last.number, found.last.actor, found.last.label) == (2, "Ann", "An edit")


@pytest.mark.parametrize("schema", sorted(DATA.glob("schema-*.irplan")), ids=lambda path: path.stem)
def test_files_of_every_earlier_schema_can_be_sound(schema: Path, tmp_path: Path) -> None:
    shutil.copy(schema, tmp_path / "old.irplan")

    found = look(tmp_path / "old.irplan")

    assert found.flaw == ""
    assert found.plan is not None


@pytest.mark.parametrize(
    ("statement", "flaw"),
    [
        (
            "UPDATE record SET body = replace(body, 'Hull', 'Bull')",
            "profiles profile does not match its hash",
        ),
        ("DELETE FROM plan", "it holds no plan"),
        ("UPDATE plan SET id = x'00'", "it holds no plan"),
        ("CREATE TABLE guest (a)", "it is not a plan of irplan"),
        ("DROP TRIGGER link_follows", "a table or trigger is missing"),
        ("PRAGMA user_version = 99", "it was written by a newer irplan"),
        ("PRAGMA application_id = 7", "it is not a plan of irplan"),
    ],
)
def test_what_cannot_be_read_has_a_flaw_and_no_plan(
    edited: Path, statement: str, flaw: str
) -> None:
    run_sql(edited, statement)

    found = look(edited)

    assert (found.flaw, found.plan, found.last) == (flaw, None, None)


def test_a_plan_of_nobody_has_a_flaw(edited: Path) -> None:
    row = new_row(Kind.PROFILE.value, Profile(rid("other"), legal_name="Eve"), 1.0)
    run_sql(
        edited,
        "DELETE FROM record WHERE kind = 'profiles'",
        f"INSERT INTO record VALUES ('profiles', 'other', 1.0, 1, '{row.body}', '{row.digest}')",
    )

    assert look(edited) == Look("it does not say whose plan it is")


@pytest.mark.parametrize(
    ("statement", "flaw"),
    [
        ("UPDATE revision SET actor = 'Eve' WHERE number = 2", "revision 2 was altered"),
        ("DELETE FROM revision WHERE number = 2", "seal of revision 2 has no revision"),
        ("DELETE FROM link WHERE number = 2", "revision 2 bears no seal"),
        ("DELETE FROM record WHERE id = 'person-dee'", "not those that revision 1"),
    ],
)
def test_a_history_that_does_not_hold_is_a_flaw_of_a_plan_that_can_be_read(
    edited: Path, statement: str, flaw: str
) -> None:
    without_law(edited, statement)

    found = look(edited)

    assert flaw in found.flaw
    assert not found.flaw.endswith(".")
    assert found.plan is not None


def test_a_file_without_a_history_is_none(edited: Path) -> None:
    without_law(edited, "DELETE FROM link", "DELETE FROM revision")

    assert look(edited).flaw == "it has no history"
    assert look(edited).plan is None


def test_a_revision_of_the_wrong_type_is_named(edited: Path) -> None:
    without_law(edited, "UPDATE revision SET label = x'00' WHERE number = 2")

    assert look(edited).flaw == "revision 2 holds the wrong type of value"


@pytest.mark.parametrize(
    ("statement", "flaw"),
    [("DELETE FROM kept", "is gone"), ("UPDATE kept SET data = x'00'", "was altered")],
)
def test_a_kept_file_that_is_gone_or_altered_is_a_flaw(
    files: PlanFiles, path: Path, statement: str, flaw: str
) -> None:
    key = sha256(b"minutes").hexdigest()
    store = files.open(path)
    at = datetime(2026, 11, 30, tzinfo=UTC)
    record = KeptFile(RecordId(key), "minutes.pdf", 7, "sections/scope", "Ann", at)
    change = put(store.load(), record, 0)
    store.save((change,), "Keep", "one", {key: b"minutes"})
    store.close()
    assert look(path).flaw == ""

    without_law(path, statement)

    found = look(path)
    assert flaw in found.flaw
    assert found.plan is not None


def test_a_schema_that_never_was_cannot_be_read(edited: Path) -> None:
    run_sql(edited, "PRAGMA user_version = 0")

    assert look(edited).flaw.startswith("plan.irplan was written by an older irplan")


@pytest.mark.parametrize(
    "content", [b"", b"x", b"not a plan at all" * 20, b"SQLite format 3\x00" + bytes(200)]
)
def test_a_file_of_others_is_told_from_a_plan(tmp_path: Path, content: bytes) -> None:
    odd = tmp_path / "odd.irplan"
    odd.write_bytes(content)

    assert look(odd).flaw == "it is not a plan of irplan"


def test_a_file_cut_short_has_a_flaw(edited: Path) -> None:
    edited.write_bytes(edited.read_bytes()[:9_000])

    assert look(edited).flaw == "its structure is broken"


def test_a_file_that_is_gone_has_a_flaw(tmp_path: Path) -> None:
    assert look(tmp_path / "gone.irplan").flaw.startswith("There is no file gone.irplan in ")


def test_every_bit_that_is_flipped_in_a_record_is_noticed(edited: Path) -> None:
    whole = edited.read_bytes()
    at = whole.index(b"Northwind Health")
    for place in range(at, at + 16):
        spoiled = bytearray(whole)
        spoiled[place] ^= 1
        edited.write_bytes(spoiled)
        assert look(edited).flaw
