"""Hostile and damaged packages are refused with a code and a sentence, quickly."""

import io
import time
import zipfile

import pytest

from app.export.word.donor import archive
from app.export.word.donor.archive import Archive
from app.export.word.donor.refusals import (
    LetterheadActive,
    LetterheadDamaged,
    LetterheadEncrypted,
    LetterheadTooLarge,
    NotALetterhead,
)
from tests.integration.export.word.donor.letterheads import (
    as_template,
    bare,
    letterhead,
    rewritten,
    with_macros,
)

COMPOUND = bytes.fromhex("d0cf11e0a1b11ae1")


def without(name):
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(bare())) as source,
        zipfile.ZipFile(target, "w") as made,
    ):
        for entry in source.namelist():
            if entry != name:
                made.writestr(entry, source.read(entry))
    return target.getvalue()


def replaced(name, data):
    return rewritten(bare(), lambda entry, part: data if entry == name else part)


def retyped(new):
    main = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return rewritten(
        bare(),
        lambda name, part: part.replace(main, new) if name == "[Content_Types].xml" else part,
    )


def flagged():
    """Every entry says that it is encrypted."""
    data = bytearray(bare())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def doubled():
    target = io.BytesIO(bare())
    with zipfile.ZipFile(target, "a") as made, pytest.warns(UserWarning, match="Duplicate"):
        made.writestr("word/document.xml", "<other/>")
    return target.getvalue()


SHEET = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
REFUSED = {
    "empty": (b"", NotALetterhead),
    "text": (b"Dear Sir or Madam", NotALetterhead),
    "pdf": (b"%PDF-1.7\n", NotALetterhead),
    "before 2007": (COMPOUND + bytes(600), NotALetterhead),
    "script before the zip": (b"#!/bin/sh\n" + bare(), NotALetterhead),
    "zip of something": (rewritten(without("[Content_Types].xml")), NotALetterhead),
    "spreadsheet": (retyped(SHEET), NotALetterhead),
    "strict": (
        replaced(
            "_rels/.rels",
            b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            b'<Relationship Id="rId1" Target="word/document.xml" Type="http://purl.oclc.org/ooxml/'
            b'officeDocument/relationships/officeDocument"/></Relationships>',
        ),
        NotALetterhead,
    ),
    "password": (COMPOUND + "EncryptedPackage".encode("utf-16-le"), LetterheadEncrypted),
    "zip password": (flagged(), LetterheadEncrypted),
    "macros": (with_macros(letterhead()), LetterheadActive),
    "macro template": (with_macros(as_template(letterhead())), LetterheadActive),
    "macros under another name": (
        rewritten(bare(), added={"word/vbaProject.bin": b"x"}),
        LetterheadActive,
    ),
    "controls": (rewritten(bare(), added={"word/activeX/activeX1.xml": b"<x/>"}), LetterheadActive),
    "tail cut": (bare()[:-40], LetterheadDamaged),
    "half": (bare()[: len(bare()) // 2], LetterheadDamaged),
    "bad xml": (replaced("[Content_Types].xml", b"<Types"), LetterheadDamaged),
    "empty part": (replaced("[Content_Types].xml", b""), LetterheadDamaged),
    "entities": (
        replaced("[Content_Types].xml", b'<!DOCTYPE x [<!ENTITY e "e">]><Types>&e;</Types>'),
        LetterheadDamaged,
    ),
    "entities in UTF-16": (
        replaced(
            "[Content_Types].xml",
            '<?xml version="1.0" encoding="UTF-16"?><!DOCTYPE x []><Types/>'.encode("utf-16"),
        ),
        LetterheadDamaged,
    ),
    "deep": (
        replaced("[Content_Types].xml", b"<a>" * 100_000 + b"</a>" * 100_000),
        LetterheadDamaged,
    ),
    "two bodies": (doubled, LetterheadDamaged),
    "names that differ in case": (
        rewritten(bare(), added={"WORD/document.xml": b"<x/>"}),
        LetterheadDamaged,
    ),
    "many parts": (
        rewritten(bare(), added={f"word/media/{n}.png": b"" for n in range(2_100)}),
        LetterheadTooLarge,
    ),
    "bomb": (replaced("[Content_Types].xml", bytes(60_000_000)), LetterheadTooLarge),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_bad_package_is_refused(case):
    data, refusal = REFUSED[case]
    data = data() if callable(data) else data
    started = time.perf_counter()

    with pytest.raises(refusal, match=r"\.$") as refused:
        Archive(data)

    assert refused.type is refusal
    assert time.perf_counter() - started < 2


def test_documents_and_templates_are_taken():
    for data in (bare(), as_template(bare())):
        assert Archive(data).main == "word/document.xml"


def test_a_file_larger_than_any_letterhead_is_refused_unread(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_FILE_MB", 0)

    with pytest.raises(LetterheadTooLarge):
        Archive(bare())


def test_all_parts_together_may_not_be_large_either(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_WHOLE_MB", 1)
    opened = Archive(rewritten(bare(), added={"a.bin": bytes(700_000), "b.bin": bytes(700_000)}))

    assert len(opened.data("a.bin")) == 700_000
    with pytest.raises(LetterheadTooLarge):
        opened.data("b.bin")


def test_a_damaged_part_is_found_when_it_is_read():
    opened = Archive(replaced("word/styles.xml", b"<w:styles"))

    with pytest.raises(LetterheadDamaged):
        opened.xml("word/styles.xml")
    with pytest.raises(LetterheadDamaged):
        opened.data("word/nothing.xml")


def test_a_flipped_bit_is_found_by_its_checksum():
    data = bytearray(bare())
    with zipfile.ZipFile(io.BytesIO(bare())) as read:
        entry = read.getinfo("word/styles.xml")
    data[entry.header_offset + 200] ^= 0x10

    with pytest.raises(LetterheadDamaged):
        Archive(bytes(data)).data("word/styles.xml")


def test_relationships_never_lead_out_of_the_package():
    rels = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        b'<Relationship Id="a" Target="../../../etc/passwd" Type="%b/image"/>'
        b'<Relationship Id="b" Target="/word/media/x.png" Type="%b/image"/>'
        b'<Relationship Id="c" Target="https://example.org/" Type="%b/image"'
        b' TargetMode="External"/></Relationships>'
    ).replace(b"%b", b"http://schemas.openxmlformats.org/officeDocument/2006/relationships")
    opened = Archive(rewritten(bare(), added={"word/_rels/header9.xml.rels": rels}))

    found = opened.relations("word/header9.xml")

    assert found["a"].target == "etc/passwd"
    assert not opened.has(found["a"].target)
    assert found["b"].target == "word/media/x.png"
    assert found["c"].external
    assert opened.relations("word/other.xml") == {}
