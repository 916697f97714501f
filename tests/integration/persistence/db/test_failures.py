import errno
import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import DBAPIError, InvalidRequestError

from app.persistence.db.errors import (
    DiskFull,
    PlanFileBusy,
    PlanFileDamaged,
    PlanFileFailing,
    PlanFileProblem,
    PlanFileReadOnly,
    PlanFileUnfinished,
)
from app.persistence.db.failures import translated

PLAN = Path("/plans/plan.irplan")
BACKUPS = Path("/backups/plan")


def database_error(code: int | None, text: str = "it went wrong") -> sqlite3.Error:
    error = sqlite3.OperationalError(text)
    if code is not None:
        error.sqlite_errorcode = code
    return error


def translation(error: Exception) -> PlanFileProblem:
    with pytest.raises(PlanFileProblem) as caught, translated(PLAN, BACKUPS):
        raise error
    assert caught.value.__cause__ is error
    return caught.value


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, DiskFull),
        (sqlite3.SQLITE_READONLY, PlanFileReadOnly),
        (sqlite3.SQLITE_READONLY_DIRECTORY, PlanFileReadOnly),
        (sqlite3.SQLITE_READONLY_ROLLBACK, PlanFileUnfinished),
        (sqlite3.SQLITE_CANTOPEN, PlanFileReadOnly),
        (sqlite3.SQLITE_PERM, PlanFileReadOnly),
        (sqlite3.SQLITE_BUSY, PlanFileBusy),
        (sqlite3.SQLITE_BUSY_RECOVERY, PlanFileBusy),
        (sqlite3.SQLITE_LOCKED, PlanFileBusy),
        (sqlite3.SQLITE_CORRUPT, PlanFileDamaged),
        (sqlite3.SQLITE_NOTADB, PlanFileDamaged),
        (sqlite3.SQLITE_ERROR, PlanFileDamaged),
        (sqlite3.SQLITE_TOOBIG, PlanFileDamaged),
        (sqlite3.SQLITE_IOERR_WRITE, PlanFileFailing),
        (None, PlanFileDamaged),
    ],
)
def test_each_code_of_sqlite_has_its_problem(code: int | None, kind: type) -> None:
    assert type(translation(database_error(code))) is kind


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EDQUOT, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, PlanFileReadOnly),
        (errno.EROFS, PlanFileReadOnly),
        (errno.EIO, PlanFileFailing),
        (None, PlanFileFailing),
    ],
)
def test_each_error_of_the_system_has_its_problem(number: int | None, kind: type) -> None:
    error = OSError(number, "refused") if number else OSError()

    assert type(translation(error)) is kind


def test_an_error_wrapped_by_sqlalchemy_is_the_same_problem() -> None:
    error = DBAPIError("SELECT 1", None, database_error(sqlite3.SQLITE_FULL))

    assert type(translation(error)) is DiskFull


def test_text_of_the_plan_in_an_error_message_is_not_repeated() -> None:
    error = database_error(None, "Could not decode to UTF-8 column 'body' with text 'secret'")

    assert "secret" not in translation(error).message


def test_text_that_is_not_utf_8_is_damage() -> None:
    error = UnicodeDecodeError("utf-8", b"secret\xff", 6, 7, "invalid start byte")

    assert translation(error).message.startswith("plan.irplan is damaged (its text cannot be read)")


def test_the_message_names_file_cause_and_way_out() -> None:
    assert translation(database_error(sqlite3.SQLITE_CORRUPT)).message == (
        "plan.irplan is damaged (its structure is broken); open a backup from /backups/plan."
    )


@pytest.mark.parametrize(
    "bug",
    [
        ZeroDivisionError(),
        InvalidRequestError("misused"),
        DBAPIError("SELECT 1", None, ValueError("not of the database")),
    ],
)
def test_a_bug_is_let_through(bug: Exception) -> None:
    with pytest.raises(type(bug)), translated(PLAN, BACKUPS):
        raise bug


def test_a_problem_already_in_words_is_let_through() -> None:
    problem = PlanFileBusy(PLAN)

    with pytest.raises(PlanFileBusy) as caught, translated(PLAN, BACKUPS):
        raise problem

    assert caught.value is problem


def test_a_real_error_of_sqlalchemy_carries_the_code() -> None:
    with (
        pytest.raises(PlanFileDamaged),
        translated(PLAN, BACKUPS),
        create_engine("sqlite://").connect() as connection,
    ):
        connection.exec_driver_sql("SELECT * FROM nothing")
