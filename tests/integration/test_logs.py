"""What reaches the log file, and what must not."""

import logging
import stat
import subprocess
import sys

import pytest

from app.domain.errors import IrplanError
from app.logs import KEPT_FILES, MAX_BYTES, start_logging, stop_logging

SECRET = "the insurer is not told"


@pytest.fixture
def log_file(tmp_path):
    yield start_logging(tmp_path / "logs")
    stop_logging()


def test_our_own_records_reach_the_file_in_utc(log_file):
    logging.getLogger("app.somewhere").info("saved %s", "plan-1")

    assert log_file.read_text().endswith("Z INFO app.somewhere: saved plan-1\n")


def test_what_a_library_says_stays_off_the_terminal():
    code = (
        "import logging\n"
        "from app.logs import hush_libraries\n"
        "hush_libraries()\n"
        "hush_libraries()\n"
        "logging.getLogger('some.library').error('quoted')\n"
        "print(len(logging.getLogger().handlers))\n"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert (done.stdout, done.stderr) == ("1\n", "")


def test_what_a_library_says_stays_out_of_the_file(log_file):
    logging.getLogger("sqlalchemy.engine").error(SECRET)

    assert not log_file.read_text()


def test_an_exception_is_told_by_code_and_place_without_its_words(log_file):
    try:
        try:
            int(SECRET)
        except ValueError as cause:
            raise IrplanError(SECRET) from cause
    except IrplanError:
        logging.getLogger("ui.main").exception("save failed")

    text = log_file.read_text()
    assert SECRET not in text
    assert "IrplanError [irplan.failed]" in text
    assert "ValueError" in text
    assert "test_logs.py:" in text


def test_a_full_file_is_set_aside(log_file):
    line = "x" * (MAX_BYTES // 2 + 1)

    for _ in range(KEPT_FILES + 3):
        logging.getLogger("app").info(line)

    assert len(list(log_file.parent.iterdir())) == KEPT_FILES + 1


def test_starting_again_moves_to_the_new_folder(log_file, tmp_path):
    second = start_logging(tmp_path / "elsewhere")

    logging.getLogger("app").warning("hello")

    assert "hello" in second.read_text()
    assert "hello" not in (log_file.read_text() if log_file.exists() else "")


@pytest.mark.skipif(sys.platform == "win32", reason="elsewhere: Windows has no permission bits")
def test_only_its_owner_may_open_the_folder(log_file):
    assert stat.S_IMODE(log_file.parent.stat().st_mode) == 0o700
