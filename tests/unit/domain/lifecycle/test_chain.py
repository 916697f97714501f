"""Each revision seals itself and all before it."""

import hashlib
from dataclasses import replace

import pytest

from app.domain.lifecycle.chain import (
    GENESIS,
    HEAD_FORMAT,
    Entry,
    Head,
    chained,
    head_data,
    head_from,
    sealed,
)

FIRST = Entry(1, "created-x", "2026-11-30T09:00:00.123+00:00", "Ann", "Plan created", "[]")
SECOND = Entry(2, "r-2", "2026-11-30T09:01:00.123+00:00", "Zoë", 'Say "ä"', '[{"a":1}]')
HEAD = Head("plan-x", 2, "ab" * 32, "cd" * 32)


def test_the_hash_is_that_of_one_json_array_without_blanks():
    text = f'["{GENESIS}",1,"created-x","2026-11-30T09:00:00.123+00:00","Ann","Plan created","[]"]'

    assert sealed(FIRST, GENESIS) == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "changed",
    [
        replace(SECOND, number=3),
        replace(SECOND, request_id="other"),
        replace(SECOND, at="other"),
        replace(SECOND, actor="other"),
        replace(SECOND, label="other"),
        replace(SECOND, changes="other"),
    ],
    ids=["number", "request_id", "at", "actor", "label", "changes"],
)
def test_every_column_is_covered(changed):
    assert sealed(changed, GENESIS) != sealed(SECOND, GENESIS)


def test_a_link_follows_the_one_before_it():
    first, second = chained([FIRST, SECOND])

    assert (first.prev, first.number) == (GENESIS, 1)
    assert (second.prev, second.number) == (first.hash, 2)
    assert second.hash == sealed(SECOND, first.hash) != sealed(SECOND, GENESIS)


def test_a_head_comes_back_from_its_data():
    assert head_from(head_data(HEAD)) == HEAD


@pytest.mark.parametrize(
    "data",
    [
        [],
        {},
        {**head_data(HEAD), "format": "other/1"},
        {**head_data(HEAD), "plan": 1},
        {**head_data(HEAD), "revision": "2"},
        {**head_data(HEAD), "hash": None},
        {"format": HEAD_FORMAT, "plan": "x", "revision": 1, "hash": "y"},
    ],
)
def test_what_is_no_head_is_none(data):
    assert head_from(data) is None
