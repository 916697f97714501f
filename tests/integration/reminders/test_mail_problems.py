"""Refusals that no server on this computer gives on request."""

import smtplib
import ssl

import pytest

from app.reminders.mail_problems import explained
from app.services.reminding.mailing import (
    MailFailed,
    MailNotProtected,
    MailRefused,
    MailUnreachable,
)


@pytest.mark.parametrize(
    ("error", "kind", "said"),
    [
        (smtplib.SMTPSenderRefused(553, b"not yours", "a@b"), MailRefused, "sender: 553 not yours"),
        (smtplib.SMTPServerDisconnected("x"), MailFailed, "broke off"),
        (smtplib.SMTPHeloError(501, "who\r\nare you"), MailRefused, "501 who are you"),
        (ssl.SSLError("wrong version number"), MailNotProtected, "kind of encryption"),
        (OSError(113, "No route to host"), MailUnreachable, "No route to host"),
        (OSError(), MailUnreachable, "no answer"),
    ],
)
def test_each_has_a_sentence(error, kind, said):
    with pytest.raises(kind, match=said) as caught, explained("mail.example.org", 587):
        raise error

    assert str(caught.value).endswith(".")
    assert "mail.example.org" in str(caught.value)


def test_what_a_server_says_is_kept_short():
    error = smtplib.SMTPDataError(554, b"spam " * 1000)

    with pytest.raises(MailRefused) as caught, explained("mail.example.org", 587):
        raise error

    assert len(str(caught.value)) < 300


def test_a_mistake_of_ours_stays_one():
    with pytest.raises(ZeroDivisionError), explained("mail.example.org", 587):
        raise ZeroDivisionError
