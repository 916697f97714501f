import pytest
import yaml

from app.cli.exits import FAILED
from tests.integration.cli.running import irplan

pytestmark = pytest.mark.no_cover


def test_languages_are_listed_one_a_line():
    run = irplan("languages")

    rows = run.out.splitlines()
    assert run.code == 0
    assert rows[0].startswith("TAG")
    assert any(row.startswith("en-GB  English (United Kingdom)") for row in rows)


def test_the_texts_to_translate_are_a_file_of_their_own():
    run = irplan("languages", "--texts", "en-GB")

    texts = yaml.safe_load(run.out)["texts"]
    assert run.code == 0
    assert len(texts) > 2000
    assert all(item["base"] == item["text"] for item in texts)
    assert len({item["base"] for item in texts}) == len(texts)


def test_what_is_said_already_is_not_asked_for():
    american = yaml.safe_load(irplan("languages", "--texts", "en-US").out)["texts"]

    assert not any("organisation " in item["base"] for item in american)


def test_a_language_that_is_not_there_is_told():
    run = irplan("languages", "--texts", "xx")

    assert run.code == FAILED
    assert run.err.startswith("irplan: library.unknown-language: ")
