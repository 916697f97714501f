"""Letters handed to a real server on this computer: aiosmtpd, which is not the library we use."""

import socket
import threading
from contextlib import closing
from dataclasses import replace

import pytest
import vobject

from app.reminders import mail
from app.reminders.mail import MailChannel
from app.services.reminding.ledger import Route
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.reminding.mailing import (
    KeyringMissing,
    MailFailed,
    MailNotProtected,
    MailNotSetUp,
    MailPasswordWrong,
    MailRefused,
    MailUnreachable,
)
from app.services.reminding.messages import Message
from tests.builders import NOON
from tests.integration.reminders import mailbox
from tests.integration.reminders.mailbox import (
    certificate,
    client_side,
    plain_server,
    starttls_server,
    tls_server,
)

ICS = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"
LETTER = Message("Harbour: 1 overdue", "brief", "Pr\u00fcfung \U0001f691 is due.\n", NOON, ICS)
ANNA = "anna@example.org"


def text_of(letter):
    return letter.get_body().get_content().replace("\r\n", "\n")


def settings(server=None, **fields):
    port = 587 if server is None else server.port
    usual = MailSettings("127.0.0.1", port, Security.STARTTLS, "anna", "plans@example.org", (ANNA,))
    return replace(usual, **fields)


@pytest.fixture
def channel(box, start, pem, passwords, trust):
    """A channel to a server that asks for STARTTLS and a password."""

    def make(recipient=ANNA, server_options=None, **fields):
        server = start(starttls_server(box, pem, **(server_options or {})))
        return MailChannel(settings(server, **fields), recipient, passwords, trust)

    return make


def test_a_letter_arrives_encrypted_and_whole(box, channel):
    made = channel()

    made.send(LETTER)

    (letter,) = box.letters
    assert box.secure == [True]
    assert box.recipients == [ANNA]
    assert made.route == Route("mail", ANNA)
    assert letter["Subject"] == "Harbour: 1 overdue"
    assert letter["From"] == "plans@example.org"
    assert text_of(letter) == "Pr\u00fcfung \U0001f691 is due.\n"


def test_the_calendar_file_comes_with_it(box, channel):
    channel().send(LETTER)

    (attached,) = box.letters[0].iter_attachments()
    assert attached.get_content_type() == "text/calendar"
    assert attached.get_param("method") == "PUBLISH"
    assert attached.get_filename() == "incident-response-plan.ics"
    content = attached.get_payload(decode=True)
    assert content == ICS
    assert vobject.readOne(content.decode()).version.value == "2.0"


def test_a_letter_that_was_taken_counts_though_the_server_leaves_without_a_word(box, channel):
    box.leaves_without_a_word = True

    channel().send(LETTER)

    assert len(box.letters) == 1


def test_tls_from_the_first_byte(box, start, pem, passwords, trust):
    server = start(tls_server(box, pem))
    made = MailChannel(settings(server, security=Security.TLS, user=""), ANNA, passwords, trust)

    made.send(LETTER)

    assert len(box.letters) == 1


def test_a_server_on_this_computer_may_do_without_encryption(box, start, passwords):
    server = start(plain_server(box))
    made = MailChannel(settings(server, security=Security.NONE, user=""), ANNA, passwords)

    made.send(LETTER)

    assert box.secure == [False]


def test_a_server_elsewhere_may_not(passwords):
    made = MailChannel(settings(host="mail.example.org", security=Security.NONE), ANNA, passwords)

    with pytest.raises(MailNotSetUp, match="without encryption"):
        made.send(LETTER)


def test_without_encryption_on_offer_no_password_is_sent(box, start, passwords, trust):
    server = start(plain_server(box))
    made = MailChannel(settings(server), ANNA, passwords, trust)

    with pytest.raises(MailNotProtected, match="encryption"):
        made.send(LETTER)

    assert box.letters == []


def test_a_server_that_nobody_vouches_for_gets_nothing(box, start, pem, passwords):
    made = MailChannel(settings(start(starttls_server(box, pem))), ANNA, passwords)

    with pytest.raises(MailNotProtected, match="cannot prove that it is 127"):
        made.send(LETTER)

    assert box.letters == []


def test_a_server_with_anothers_certificate_gets_nothing(box, start, tmp_path, passwords):
    other = certificate(tmp_path, "mail.example.org")
    server = start(starttls_server(box, other))
    made = MailChannel(settings(server), ANNA, passwords, client_side(other))

    with pytest.raises(MailNotProtected, match="cannot prove"):
        made.send(LETTER)

    assert box.letters == []


def test_the_wrong_kind_of_encryption_is_told(box, start, passwords, trust):
    server = start(plain_server(box))
    made = MailChannel(settings(server, security=Security.TLS), ANNA, passwords, trust)

    with pytest.raises(MailNotProtected, match="kind of encryption"):
        made.send(LETTER)


def test_a_wrong_password_is_told_without_the_password(channel, passwords):
    passwords.kept["anna@127.0.0.1"] = "hunter2"

    with pytest.raises(MailPasswordWrong, match="does not accept") as caught:
        channel().send(LETTER)

    assert "hunter2" not in str(caught.value)


def test_a_missing_password_is_told_before_anybody_is_called(passwords):
    passwords.kept.clear()

    with pytest.raises(MailPasswordWrong, match="No password is kept for anna@127"):
        MailChannel(settings(), ANNA, passwords).send(LETTER)


def test_a_missing_keyring_is_told(passwords):
    passwords.missing = True

    with pytest.raises(KeyringMissing):
        MailChannel(settings(), ANNA, passwords).send(LETTER)


def test_a_server_that_knows_only_the_older_way_takes_ascii_alone(channel):
    made = channel(server_options={"auth_exclude_mechanism": ["PLAIN"]})

    with pytest.raises(MailPasswordWrong, match="A to Z"):
        made.send(LETTER)


def test_a_server_that_knows_only_the_older_way_takes_an_ascii_password(
    monkeypatch, box, channel, passwords
):
    passwords.kept["anna@127.0.0.1"] = "hunter2"
    monkeypatch.setattr(mailbox, "PASSWORD", "hunter2")

    channel(server_options={"auth_exclude_mechanism": ["PLAIN"]}).send(LETTER)

    assert len(box.letters) == 1


@pytest.mark.parametrize("answer", ["550 5.1.1 No such user here", "452 4.2.2 Mailbox full"])
def test_a_refused_recipient_is_told_with_the_servers_words(box, channel, answer):
    box.answers[ANNA] = answer

    with pytest.raises(MailRefused, match="refuses the recipient") as caught:
        channel().send(LETTER)

    assert answer[4:] in str(caught.value)


def test_a_refused_letter_is_told_with_the_servers_words(box, channel):
    box.answers["DATA"] = "554 5.7.1 Message\x1b[2J rejected"

    with pytest.raises(MailRefused, match="does not take the letter: 554") as caught:
        channel().send(LETTER)

    assert "\x1b" not in str(caught.value)


def test_a_closed_port_is_told(passwords):
    with closing(socket.socket()) as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]

    with pytest.raises(MailUnreachable, match="takes no connection"):
        MailChannel(settings(port=port), ANNA, passwords).send(LETTER)


def test_an_unknown_host_is_told(passwords):
    passwords.kept["anna@no-such-host.invalid"] = "x"
    made = MailChannel(settings(host="no-such-host.invalid"), ANNA, passwords)

    with pytest.raises(MailUnreachable, match="no-such-host"):
        made.send(LETTER)


def test_a_silent_server_is_told(monkeypatch, passwords):
    monkeypatch.setattr(mail, "TIMEOUT_SECONDS", 0.2)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        port = silent.getsockname()[1]

        with pytest.raises(MailUnreachable, match="does not answer"):
            MailChannel(settings(port=port), ANNA, passwords).send(LETTER)


def hang_up(listening):
    connection, _ = listening.accept()
    connection.close()


def test_a_server_that_hangs_up_is_told(passwords):
    with closing(socket.create_server(("127.0.0.1", 0))) as rude:
        port = rude.getsockname()[1]
        hanging_up = threading.Thread(target=hang_up, args=(rude,))
        hanging_up.start()

        with pytest.raises(MailFailed, match=r"broke off|cannot be reached"):
            MailChannel(settings(port=port), ANNA, passwords).send(LETTER)
        hanging_up.join()


@pytest.mark.parametrize("recipient", ["a@example.org\r\nRCPT TO:<b@example.org>", "a@x\nBcc: b@y"])
def test_a_recipient_with_a_line_break_is_refused(passwords, recipient):
    made = MailChannel(settings(to=(recipient,)), recipient, passwords)

    with pytest.raises(MailNotSetUp, match="not an address"):
        made.send(LETTER)


def test_no_text_of_a_plan_becomes_a_header(box, channel):
    hostile = "x\r\nBcc: all@example.org\r\n\r\nBody\u2028Cc: b@example.org"
    channel().send(replace(LETTER, subject=hostile, text=f"{hostile}\n.\nQUIT\n"))

    (letter,) = box.letters
    assert letter["Bcc"] is None
    assert letter["Cc"] is None
    assert box.recipients == [ANNA]
    assert letter["Subject"].startswith("x Bcc: all@example.org Body")
    assert "\n.\nQUIT\n" in text_of(letter)
