"""The head of the history in an exported PDF."""

import json

import pikepdf
import pytest

from app.domain.lifecycle.chain import HEAD_FILE, Head, head_data
from app.export.audit_head import LONGEST, NoAuditHead, read_head

HEAD = Head("plan-x", 7, "ab" * 32, "cd" * 32)


def pdf(path, data=None):
    with pikepdf.new() as made:
        made.add_blank_page()
        if data is not None:
            made.attachments[HEAD_FILE] = data
        made.save(path)
    return path


def test_a_head_is_read_back(tmp_path):
    assert read_head(pdf(tmp_path / "a.pdf", json.dumps(head_data(HEAD)).encode())) == HEAD


@pytest.mark.parametrize(
    "data",
    [
        None,
        b"",
        b"{",
        b"[]",
        b"\xff\xfe",
        b"[" * 5_000,
        json.dumps(head_data(HEAD)).encode() + b" " * LONGEST,
    ],
    ids=["none", "empty", "cut", "another", "no text", "deep", "long"],
)
def test_what_carries_none_is_named(tmp_path, data):
    with pytest.raises(NoAuditHead, match=r"a\.pdf carries no audit head") as caught:
        read_head(pdf(tmp_path / "a.pdf", data))

    assert caught.value.params["file"] == "a.pdf"


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n"])
def test_what_is_no_pdf_is_named(tmp_path, content):
    file = tmp_path / "a.pdf"
    file.write_bytes(content)

    with pytest.raises(NoAuditHead):
        read_head(file)


def test_a_file_that_is_not_there_is_named(tmp_path):
    with pytest.raises(NoAuditHead):
        read_head(tmp_path / "gone.pdf")
