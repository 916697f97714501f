"""Requests as files: read back as written, and refused where they do not hold together."""

import json
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.lifecycle.matter import matter
from app.domain.plan.acts import Deed
from app.domain.plan.codec import canonical, plan_from
from app.exchange.handover.requests import (
    LARGEST_REQUEST,
    MOST_RECORDS,
    read_request,
    request_bytes,
    request_from,
)
from app.exchange.handover.strict import HandoverInvalid, HandoverTooNew, HandoverUnreadable
from app.services.approving.asking import ApprovalRequest
from tests.builders import person, plan_with
from tests.integration.exchange.handover.asked import in_review, request

NAME = "rita.irplan-request"
Data = dict[str, Any]


def data(made: ApprovalRequest | None = None) -> Data:
    found: Data = json.loads(request_bytes(made or request()))
    return found


def changed(change: Callable[[Data], object]) -> bytes:
    stated = data()
    change(stated)
    return json.dumps(stated).encode()


@pytest.mark.parametrize(
    "made",
    [
        request(),
        replace(request(), head=None, changes=()),
        replace(request(), asked=Deed.APPROVED, of="carl "),
        request(in_review("zoë", "łukasz", "名")),
    ],
)
def test_a_request_is_read_back_as_it_was_written(tmp_path, made):
    path = tmp_path / NAME
    path.write_bytes(request_bytes(made))

    assert read_request(path) == made


def test_a_request_is_one_object_that_says_what_it_is():
    stated = data()

    assert stated["format"] == "irplan-approval-request/1"
    assert (stated["plan"], stated["asked"], stated["of"]) == ("plan-1", "reviewed", "Rita")
    assert matter(plan_from(stated["data"])) == stated["content"]


def put(*path: str | int, to: object) -> Callable[[Data], object]:
    """A change that sets the value at a path."""

    def change(stated: Data) -> None:
        place: Any = stated
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = to

    return change


def dropped(*path: str | int) -> Callable[[Data], object]:
    def change(stated: Data) -> None:
        place: Any = stated
        for step in path[:-1]:
            place = place[step]
        del place[path[-1]]

    return change


INVALID: dict[str, tuple[Callable[[Data], object], str]] = {
    "J13 format 0": (put("format", to="irplan-approval-request/0"), "format: is not"),
    "J13 format is a number": (put("format", to=1), "format: is not"),
    "J13 format is true": (put("format", to=True), "format: is not"),
    "J14 other format": (put("format", to="irplan-approval-response/1"), "format: is not"),
    "J14 other plan format": (put("data", "format", to="irplan/0"), "format: is not irplan/1"),
    "J15 data is a list": (put("data", to=[]), "data: is not what belongs here"),
    "J15 no data": (dropped("data"), "data: is missing"),
    "J16 a table of texts": (put("data", "people", to=["Ada"]), r"people\[0\]"),
    "J16 a table that is none": (put("data", "people", to={"ada": 1}), "data.people"),
    "J17 two of one id": (
        lambda stated: stated["data"]["people"].append(stated["data"]["people"][0]),
        "two records have the same id",
    ),
    "J18 an id that is a number": (put("data", "people", 0, "id", to=7), "id: is not text"),
    "J19 a title that is a number": (
        put("data", "profiles", 0, "document_title", to=7),
        "is not text",
    ),
    "no profile": (dropped("data", "profiles"), "content: is not the hash of data"),
    "another profile": (put("data", "profiles", 0, "id", to="x"), "profiles: has no record"),
    "J30 30 February": (
        put("data", "acts", 0, "at", to={"time": "2026-02-30T09:00:00+00:00"}),
        "is not a time",
    ),
    "J30 a time without a zone": (put("made_at", to="2026-11-21T12:00:00"), "made_at"),
    "an unknown table": (put("data", "spells", to=[]), "spells"),
    "an unknown field": (put("urgent", to=True), "urgent: is no part of it"),
    "an unknown deed": (put("asked", to="withdrawn"), "asked: is not what belongs here"),
    "a deed that is a list": (put("asked", to=["reviewed"]), "asked: is not"),
    "changes that are no texts": (put("changes", to=[1]), "changes: is not"),
    "material in words": (put("material", to="yes"), "material: is not"),
    "no head": (put("audit_head", to={}), "audit_head: is not"),
    "a head of another plan": (put("audit_head", "plan", to="plan-2"), "audit_head: is not"),
    "another plan's id": (put("plan", to="plan-2"), "plan: is not the plan in data"),
    "a hash of something else": (put("content", to="0" * 64), "content: is not the hash of data"),
    "content changed": (
        put("data", "people", 0, "name", to="Mallory"),
        "content: is not the hash of data",
    ),
    "content changed with its hash": (
        lambda stated: rehash(stated, "Mallory"),
        "content: is not what data says",
    ),
    "another version": (put("version", to="2.0"), "version: is not what data says"),
    "another document": (put("document", to="IRP-2"), "document: is not what data says"),
    "another author": (put("by", to="Carl"), "by: is not what data says"),
    "another summary": (put("summary", to="Nothing"), "summary: is not what data says"),
    "another weight": (put("material", to=False), "material: is not what data says"),
    "somebody not asked": (put("of", to="Eve"), "asked: is not what data says"),
    "another thing asked": (put("asked", to="approved"), "asked: is not what data says"),
    "nothing in review": (dropped("data", "acts"), "no version of the plan in it is in review"),
}


def rehash(stated: Data, name: str) -> None:
    stated["data"]["people"][0]["name"] = name
    stated["content"] = matter(plan_from(stated["data"]))


@pytest.mark.parametrize("case", INVALID)
def test_a_request_that_does_not_hold_together_is_refused(case):
    change, sentence = INVALID[case]

    with pytest.raises(HandoverInvalid, match=sentence) as refused:
        request_from(changed(change), NAME)

    assert refused.value.message.startswith(f"{NAME} cannot be used: ")
    assert "\n" not in refused.value.message


@pytest.mark.parametrize(
    "change",
    [
        put("format", to="irplan-approval-request/2"),
        put("data", "format", to="irplan/7"),
    ],
)
def test_a_request_of_a_newer_program_is_told(change):
    with pytest.raises(HandoverTooNew, match="newer version"):
        request_from(changed(change), NAME)


def test_a_request_may_have_a_mark_in_front():
    assert request_from(b"\xef\xbb\xbf" + request_bytes(request()), NAME) == request()


def test_more_records_than_any_plan_has_are_refused_at_once():
    rows = [{"id": f"p{n}", "name": "x"} for n in range(MOST_RECORDS + 1)]
    begun = time.perf_counter()

    with pytest.raises(HandoverInvalid, match=f"{MOST_RECORDS:,} is the most"):
        request_from(changed(put("data", "people", to=rows)), NAME)

    assert time.perf_counter() - begun < 20


def test_a_request_beyond_its_limit_is_refused_unread(tmp_path):
    path = tmp_path / NAME
    with path.open("wb") as file:
        file.truncate(LARGEST_REQUEST + 1)

    with pytest.raises(HandoverUnreadable, match="larger than 50 MB"):
        read_request(path)


@pytest.mark.parametrize("cut", range(0, 1000, 37))
def test_a_request_that_was_cut_is_never_read(cut):
    with pytest.raises((HandoverUnreadable, HandoverInvalid)):
        request_from(request_bytes(request())[: -1 - cut], NAME)


def test_a_plan_that_no_request_can_hold_is_told_to_its_author():
    plan = in_review()
    spoiled = plan_with(*plan.acts.values(), person("ada", "x" * 100_001), profile=plan.profile)

    with pytest.raises(HandoverInvalid, match=r"The request cannot be used: .*100,001"):
        request_bytes(replace(request(), plan=spoiled))


VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 5),
    st.text(max_size=5),
    st.lists(st.integers(0, 1), max_size=2),
    st.dictionaries(st.text(max_size=3), st.integers(0, 1), max_size=2),
)


def places(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything inside `value`."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    for key, one in inner:
        yield (*path, key)
        if isinstance(one, dict | list):
            yield from places(one, (*path, key))


PLACES = tuple(places(data()))


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(PLACES), VALUES)
def test_whatever_stands_anywhere_in_a_request_it_is_read_or_refused(place, value):
    try:
        found = request_from(changed(put(*place, to=value)), NAME)
    except (HandoverInvalid, HandoverTooNew):
        return
    assert found.content == matter(found.plan)


@settings(max_examples=300, deadline=None)
@given(st.integers(0, len(request_bytes(request())) - 1), st.integers(0, 255))
def test_whatever_byte_is_changed_it_is_read_or_refused(place, value):
    spoiled = bytearray(request_bytes(request()))
    spoiled[place] = value
    try:
        found = request_from(bytes(spoiled), NAME)
    except (HandoverInvalid, HandoverTooNew, HandoverUnreadable):
        return
    assert found.content == matter(found.plan)


def test_hostile_text_is_kept_to_the_letter():
    name = "<b>Ada</b> {{7*7}} =cmd|' /C calc'!A0 \N{RIGHT-TO-LEFT MARK}"
    plan = in_review(name)

    again = request_from(request_bytes(request(plan)), NAME)

    assert canonical([one.id for one in again.plan.people.values()]) == canonical([name])
