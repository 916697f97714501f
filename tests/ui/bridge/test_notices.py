"""Every expected failure has words and an action."""

import importlib
import pkgutil

import pytest

import app
from app.domain.errors import IrplanError
from ui.bridge.notice_texts import ACTION_TEXTS, KNOWN, Action
from ui.bridge.notices import notice_of

COMMAND_LINE_ONLY = "app.cli"
"""Failures of commands are told on the terminal."""


def test_every_code_has_a_headline_and_an_action():
    assert sorted(codes() - set(KNOWN)) == []


def test_every_action_has_words():
    assert set(ACTION_TEXTS) == set(Action)


def test_a_notice_says_what_the_failure_says():
    class Full(IrplanError):
        code = "plan-file.disk-full"

    notice = notice_of(Full("No room for plan.irplan."))

    assert notice.text == "The disk is full. No room for plan.irplan."
    assert (notice.action, notice.action_text) == (Action.RETRY, "Try again")


def test_an_unknown_code_falls_back_to_its_own_sentence():
    class Novel(IrplanError):
        code = "novel.kind"

    assert notice_of(Novel("Something new.")).text == "Something new."


@pytest.mark.parametrize("headline", [words for words, _ in KNOWN.values()])
def test_a_headline_is_part_of_a_sentence_to_come(headline):
    assert headline[0].isupper()
    assert headline[-1] not in ".!:"


def codes():
    for module in pkgutil.walk_packages(app.__path__, "app."):
        if "migrations" not in module.name and not module.name.startswith(COMMAND_LINE_ONLY):
            importlib.import_module(module.name)
    return {
        kind.code
        for kind in below(IrplanError)
        if kind.__module__.startswith("app.") and not kind.__module__.startswith(COMMAND_LINE_ONLY)
    }


def below(kind):
    yield kind
    for child in kind.__subclasses__():
        yield from below(child)
