import json

import pytest

from app.persistence.mail_settings import mail_data, mail_of
from app.persistence.settings import SettingsFile
from app.services.reminding.mail_settings import MailSettings, Security
from app.services.settings import Settings

FULL = MailSettings(
    "mail.example.org", 465, Security.TLS, "anna", "plans@example.org", ("a@b.example",), 4
)


def test_settings_come_back_as_they_were():
    assert mail_of(json.loads(json.dumps(mail_data(FULL)))) == FULL
    assert mail_of(mail_data(MailSettings())) == MailSettings()


@pytest.mark.parametrize(
    "data",
    [
        None,
        [],
        "x",
        {},
        {"host": 3, "port": "x", "security": [], "to": "a@b", "digest_on": 7},
        {"port": True, "digest_on": True, "to": [1, None, ""], "security": "plain"},
        {"port": None, "digest_on": -1, "user": {}},
    ],
)
def test_what_cannot_be_read_is_as_if_never_chosen(data):
    assert mail_of(data) == MailSettings()


def test_lines_are_made_one_and_controls_go():
    assert mail_of({"host": " mail\r\n.example\x00 "}).host == "mail .example"


def test_they_are_kept_with_the_others_and_hold_no_password(tmp_path):
    file = SettingsFile(tmp_path / "settings.json")

    file.save(Settings(mail=FULL, tray=True))

    assert file.load() == Settings(mail=FULL, tray=True)
    assert "password" not in (tmp_path / "settings.json").read_text("utf-8").lower()
