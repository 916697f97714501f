import pytest

from app.services.reminding import mailing
from app.services.reminding.mailing import MailFailed


@pytest.mark.parametrize(
    "kind", ["MailRefused", "MailUnreachable", "MailNotProtected", "MailPasswordWrong"]
)
def test_every_refusal_of_a_server_can_be_caught_as_one(kind):
    error = getattr(mailing, kind)

    assert issubclass(error, MailFailed)
    assert error.code.startswith("reminders.mail-")
