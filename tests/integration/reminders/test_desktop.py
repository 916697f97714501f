"""Notices: which program shows them, and that no text of a plan is ever obeyed."""

import pytest

from app.reminders.desktop import TEXT_VARIABLE, TITLE_VARIABLE, DesktopChannel, NoticeFailed
from app.reminders.running import Ran
from app.services.reminding.delivering import ChannelAbsent
from app.services.reminding.messages import Message
from tests.builders import NOON

HOSTILE = '<b>x</b> & "; display dialog "$(id)\' \\n %PATH% `id`'
LETTER = Message(HOSTILE, HOSTILE, "text", NOON)


@pytest.mark.parametrize(
    ("platform", "program"),
    [("linux", "notify-send"), ("darwin", "osascript"), ("win32", "powershell")],
)
def test_each_system_has_its_program(runner, platform, program):
    DesktopChannel(runner, platform).send(LETTER)

    (words,) = runner.calls
    assert words[0] == program


def test_on_linux_texts_are_words_of_their_own_without_markup_or_escapes(runner):
    DesktopChannel(runner, "linux").send(LETTER)

    *flags, title, text = runner.calls[0]
    assert flags == ["notify-send", "--app-name=irplan", "--"]
    assert title == HOSTILE
    assert "<" not in text
    assert "&lt;b&gt;x&lt;/b&gt; &amp;" in text
    assert "\\\\n" in text


def test_on_macos_texts_are_arguments_of_a_fixed_script(runner):
    DesktopChannel(runner, "darwin").send(LETTER)

    *script, marker, title, text = runner.calls[0]
    assert (marker, title, text) == ("--", HOSTILE, HOSTILE)
    assert HOSTILE not in " ".join(script)


def test_on_windows_texts_come_by_the_environment(runner):
    DesktopChannel(runner, "win32").send(LETTER)

    assert runner.variables == [{TITLE_VARIABLE: HOSTILE, TEXT_VARIABLE: HOSTILE}]
    assert HOSTILE not in " ".join(runner.calls[0])
    assert f"CreateTextNode($env:{TITLE_VARIABLE})" in runner.calls[0][-1]


def test_a_missing_program_is_not_a_failure(runner):
    runner.answers["notify-send"] = Ran(None)

    with pytest.raises(ChannelAbsent, match="notify-send is not installed"):
        DesktopChannel(runner, "linux").send(LETTER)


def test_a_program_that_fails_is_told_with_its_words(runner):
    runner.answers["notify-send"] = Ran(1, "", "Cannot autolaunch D-Bus\nwithout X11")

    with pytest.raises(NoticeFailed, match="Cannot autolaunch D-Bus without X11"):
        DesktopChannel(runner, "linux").send(LETTER)
