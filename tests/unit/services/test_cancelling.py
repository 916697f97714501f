"""Stopping long work."""

from app.domain.errors import IrplanError
from app.services.cancelling import Cancelled


def test_stopping_is_an_expected_failure_that_says_what_it_left():
    stopped = Cancelled()

    assert isinstance(stopped, IrplanError)
    assert stopped.code == "export.cancelled"
    assert "no file was changed" in stopped.message
