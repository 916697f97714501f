"""Files that are no plain JSON object, after the list of abuse that any received file may hold."""

import os
import zipfile
from io import BytesIO

import pytest

from app.exchange.handover.strict import (
    HandoverInvalid,
    HandoverTooNew,
    HandoverUnreadable,
    check_format,
    is_text,
    missing_or_wrong,
    parsed,
    read_bytes,
)

NAME = "carl.irplan-request"


def zipped() -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("plan.json", "{}")
    return made.getvalue()


def nested(opening: str, closing: str, depth: int) -> bytes:
    return (opening * depth + closing * depth).encode()


UNREADABLE = {
    "P01 empty": (b"", "not plain JSON"),
    "P02 one byte": (b"{", "not plain JSON"),
    "P03 text": (b"Dear Carl, please sign.", "not plain JSON"),
    "P04 PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "not UTF-8"),
    "P05 package": (zipped(), "not (plain JSON|UTF-8)"),
    "P06 program": (b"MZ\x90\x00\x03\x00", "not UTF-8"),
    "P07 tail cut": (b'{"format": "irplan-approval-re', "not plain JSON"),
    "P09 script in front": (b"#!/bin/sh\n{}", "not plain JSON"),
    "J01 syntax": (b'{"a": 1,\n "b" 2}', "at line 2, column 6"),
    "J02 trailing garbage": (b"{} {}", "extra data at line 1"),
    "J03 deep objects": (nested('{"a":', "1}", 100_000)[:-1], "nested too deeply"),
    "J03 deep lists": (nested("[", "]", 100_000), "nested too deeply"),
    "J04 a key twice": (b'{"a": {"status": 1, "status": 2}}', "states 'status' twice"),
    "J05 NaN": (b'{"a": NaN}', "NaN is no number"),
    "J05 Infinity": (b'{"a": -Infinity}', "-Infinity is no number"),
    "J06 overflow": (b'{"a": 1e999}', "1e999 is no whole number"),
    "J06 fraction": (b'{"a": 1.5}', "1.5 is no whole number"),
    "J07 5000 digits": (b'{"a": ' + b"9" * 5000 + b"}", "a number in it is too long"),
    "J08 UTF-16": ('{"a": 1}'.encode("utf-16"), "not UTF-8"),
    "J08 UTF-16 without a mark": ('{"a": 1}'.encode("utf-16-le"), "not plain JSON"),
    "J09 Latin-1": ('{"a": "Zoë"}'.encode("latin-1"), "not UTF-8"),
    "J11 list": (b"[]", "holds no JSON object"),
    "J11 null": (b"null", "holds no JSON object"),
    "J11 string": (b'"approve"', "holds no JSON object"),
    "J11 number": (b"7", "holds no JSON object"),
    "J20 a raw NUL": (b'{"a": "\x00"}', "not plain JSON"),
}


@pytest.mark.parametrize("case", UNREADABLE)
def test_what_is_no_plain_json_object_is_refused_in_one_sentence(case):
    data, sentence = UNREADABLE[case]

    with pytest.raises(HandoverUnreadable, match=sentence) as refused:
        parsed(data, NAME)

    assert refused.value.message.startswith(NAME)
    assert len(refused.value.message) < 200


INVALID = {
    "J20 NUL": (b'{"a": "x\\u0000"}', r"a: holds the control character U\+0000 at 2"),
    "J21 control": (b'{"a": "\\u000b"}', r"a: holds the control character U\+000B at 1"),
    "J22 half a character": (b'{"a": "\\ud800"}', r"U\+D800"),
    "J22 in a name": (b'{"\\udc00": 1}', "a name in it"),
    "J23 bidi override": ('{"a": "\u202egnp.exe"}'.encode(), r"U\+202E"),
    "J24 1 MB of text": (b'{"a": "' + b"x" * 1_000_000 + b'"}', "1,000,000 characters"),
    "J26 many levels": (nested('{"a":', "}", 40).replace(b":}", b":1}", 1), "nested deeper"),
    "a number beyond": (b'{"a": 10000000000}', "a number beyond"),
}


@pytest.mark.parametrize("case", INVALID)
def test_texts_and_numbers_that_no_plan_holds_are_refused(case):
    data, sentence = INVALID[case]

    with pytest.raises(HandoverInvalid, match=sentence):
        parsed(data, NAME)


@pytest.mark.parametrize("data", [b'{"a": "Zo\xc3\xab"}', b'\xef\xbb\xbf{"a": "Zo\xc3\xab"}'])
def test_plain_json_is_read_with_or_without_a_mark(data):
    assert parsed(data, NAME) == {"a": "Zoë"}


def test_a_file_is_read_up_to_its_limit(tmp_path):
    path = tmp_path / NAME
    path.write_bytes(b"x" * (2 << 20))

    assert len(read_bytes(path, 2 << 20)) == 2 << 20
    with pytest.raises(HandoverUnreadable, match="larger than 1 MB"):
        read_bytes(path, 1 << 20)


def test_what_is_no_file_is_told(tmp_path):
    with pytest.raises(HandoverUnreadable, match="There is no file"):
        read_bytes(tmp_path / "none", 10)
    with pytest.raises(HandoverUnreadable, match="There is no file"):
        read_bytes(tmp_path, 10)


def test_a_pipe_that_never_ends_is_not_read(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(HandoverUnreadable):
        read_bytes(tmp_path / "pipe", 10)


def test_a_file_that_cannot_be_opened_is_told(tmp_path, monkeypatch):
    path = tmp_path / NAME
    path.write_bytes(b"{}")

    def denied(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "open", denied)

    with pytest.raises(HandoverUnreadable, match="cannot be read: permission denied"):
        read_bytes(path, 10)


@pytest.mark.parametrize("stated", ["irplan-thing/3", "irplan-thing/27", "irplan-thing/9999"])
def test_a_later_format_is_told_by_its_name(stated):
    with pytest.raises(HandoverTooNew, match=f"newer version of irplan .{stated}."):
        check_format({"format": stated}, "irplan-thing/2", NAME)


@pytest.mark.parametrize(
    "stated",
    [
        None,
        1,
        True,
        2,
        ["irplan-thing/2"],
        "",
        "irplan-thing",
        "irplan-thing/0",
        "irplan-thing/1",
        "irplan-thing/03",
        "irplan-thing/3.0",
        "irplan-thing/99999",
        "irplan-other/3",
        "irplan-thing/2 ",
    ],
)
def test_another_format_is_refused(stated):
    with pytest.raises(HandoverInvalid, match="format: is not irplan-thing/2"):
        check_format({"format": stated}, "irplan-thing/2", NAME)


def test_the_format_wanted_is_taken():
    check_format({"format": "irplan-thing/2"}, "irplan-thing/2", NAME)


def test_fields_are_those_wanted_and_fit():
    wanted = {"a": is_text, "b": is_text}

    assert missing_or_wrong({"a": "x", "b": "y"}, wanted) == []
    assert missing_or_wrong({"a": 1, "c": 2}, wanted) == [
        "c: is no part of it",
        "b: is missing",
        "a: is not what belongs here",
    ]


def test_of_many_problems_some_are_shown():
    error = HandoverInvalid(NAME, tuple(f"p{n}" for n in range(7)))

    assert "p0; p1; p2; p3; p4; and 2 more. Ask" in error.message
    assert len(error.problems) == 7
