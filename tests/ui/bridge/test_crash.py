"""Crash reports."""

from tests.ui.fakes import FakeClock
from ui.bridge.crash import KEPT_REPORTS, CrashReporter, describe

SECRET = "Ada's private number"


def test_a_report_names_types_and_places_and_no_words():
    text = describe(caught())

    assert "ValueError" in text
    assert "KeyError" in text
    assert "test_crash.py" in text
    assert SECRET not in text


def test_a_report_is_written_and_told_of(qtbot, tmp_path):
    reporter = CrashReporter(tmp_path / "logs", FakeClock())
    error = caught()

    with qtbot.waitSignal(reporter.crashed) as told:
        reporter.report(type(error), error, error.__traceback__)

    [file] = (tmp_path / "logs").glob("crash-*.txt")
    assert file.read_text("utf-8") == told.args[0]


def test_old_reports_are_removed(qapp, tmp_path):
    for at in range(KEPT_REPORTS + 5):
        (tmp_path / f"crash-2025-{at:02}.txt").touch()
    error = caught()

    CrashReporter(tmp_path, FakeClock()).report(type(error), error, error.__traceback__)

    assert len(list(tmp_path.glob("crash-*.txt"))) == KEPT_REPORTS


def caught() -> Exception:
    try:
        try:
            dict[str, str]()[SECRET]
        except KeyError as error:
            raise ValueError(SECRET) from error
    except ValueError as error:
        return error
    raise AssertionError
