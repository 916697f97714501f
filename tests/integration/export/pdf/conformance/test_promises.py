"""Every promise speaks when it is broken, and only that one."""

import re
from io import BytesIO

import pikepdf
import pytest

from app.domain.document.inline import Link, plain
from app.domain.document.tree import (
    Callout,
    Cell,
    Column,
    Contents,
    Facts,
    Figure,
    Form,
    FormField,
    Heading,
    ListBlock,
    ListItem,
    Paragraph,
    SignatureBox,
    Table,
)
from app.export.pdf.render import render
from tests.integration.export.pdf.conformance.harms import HARMS
from tests.integration.export.pdf.conformance.promises import PROMISES, broken
from tests.integration.export.pdf.sample import document, text

BODY = (
    Contents(),
    Heading(1, "Scope", "scope"),
    Paragraph((*plain("See "), Link("https://example.org", plain("there")))),
    Heading(2, "Terms", "terms"),
    ListBlock((ListItem(plain("one")), ListItem(plain("two"))), ordered=True),
    Table("Roles", (Column("Role"), Column("Holder")), ((Cell((plain("Lead"),)), Cell()),)),
    Facts((("Owner", plain("Eleni")),)),
    Callout("Now", (Paragraph(plain("Call.")),)),
    Form("Log", (FormField("When"), FormField("Calls", "", 2, ("Who", "When")))),
    SignatureBox("Seal", "Seal", "Sealed"),
    text("The end."),
)
OF_BYTES = {"header and end", "stream ends", "not encrypted"}
CASES = [
    pytest.param(promise, harm, id=f"{promise}: {what}")
    for promise, harms in HARMS.items()
    for what, harm in harms
]


@pytest.fixture(scope="module")
def good() -> bytes:
    return render(document(body=(*BODY, _figure()))).data


def _figure():
    return next(block for block in document().body if isinstance(block, Figure))


def test_the_good_file_keeps_every_promise(good):
    assert broken(good) == {}


def test_saving_by_itself_breaks_nothing(good):
    assert broken(_changed(good, lambda pdf: None)) == {}


@pytest.mark.parametrize(("promise", "harm"), CASES)
def test_a_harm_breaks_its_promise_and_no_other(good, promise, harm):
    found = broken(_changed(good, harm))

    assert set(found) == {promise}, found


def test_every_promise_is_broken_once():
    assert {*HARMS, *OF_BYTES} == set(PROMISES)


@pytest.mark.parametrize(
    ("pattern", "other"),
    [
        (rb"\A%PDF-1\.7", b"%PDF-1.4"),
        (rb"(?<=\n%)[\x80-\xff]{4}", b"text"),
        (rb"\Z", b"appended"),
    ],
    ids=["version", "no high bytes", "something behind the end"],
)
def test_a_wrong_beginning_or_end_is_seen(good, pattern, other):
    assert set(broken(re.sub(pattern, other, good, count=1))) == {"header and end"}


def test_a_stream_that_does_not_end_on_a_line_of_its_own_is_seen(good):
    assert set(broken(good.replace(b"\nendstream", b" endstream", 1))) == {"stream ends"}


def test_an_encrypted_file_is_seen(good):
    target = BytesIO()
    with pikepdf.open(BytesIO(good)) as pdf:
        lock = pikepdf.Encryption(owner="o", user="")
        pdf.save(target, encryption=lock, compress_streams=False)

    assert set(broken(target.getvalue())) == {"not encrypted"}


def _changed(data, harm):
    target = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        harm(pdf)
        pdf.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()
