"""Comments tell reviewers of a draft what is missing and where to state it."""

import io
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import docx
import pytest

from app.domain.document.inline import plain
from app.domain.document.tree import (
    Cell,
    Column,
    Document,
    Facts,
    Heading,
    ListBlock,
    ListItem,
    OpenPoint,
    Paragraph,
    Table,
)
from app.export.word.comments import Remarks
from app.export.word.render import render
from tests.builders import WORDING
from tests.integration.export.word.reading import find, names, part, value, words
from tests.integration.export.word.specimen import METADATA, document

GAP = (OpenPoint("not stated"),)
DRAFT = replace(WORDING, open_point="State it under “{place}”.")
BODY = (
    Paragraph(GAP),
    Heading(1, "Roles", "r"),
    Heading(2, "Who  leads", "w"),
    Paragraph((*plain("Led by "), OpenPoint("open: Who leads?"), *plain("."))),
    Table(
        "Contacts",
        (Column("Name"), Column("Phone")),
        ((Cell((plain("Ada"),)), Cell((GAP,))), (Cell((GAP,)), Cell((plain("1"),)))),
    ),
    Facts((("Hotline", GAP),)),
    ListBlock((ListItem(GAP),)),
    Heading(1, "Annex", "a", annex=True),
    Paragraph(GAP),
)


def draft(*body) -> Document:
    return replace(document(*(body or BODY)), wording=DRAFT)


@pytest.fixture(scope="module")
def made() -> bytes:
    return render(draft(), {}).data


def comments(data):
    return list(docx.Document(io.BytesIO(data)).comments)


def test_each_open_point_has_a_comment_in_document_order(made):
    said = [comment.text.split("\n") for comment in comments(made)]

    assert said == [
        ["not stated", "State it under “Incident Response Plan”."],
        ["open: Who leads?", "State it under “1.1 Who leads”."],
        ["Ada, Phone: not stated", "State it under “1.1 Who leads”."],
        ["Name: not stated", "State it under “1.1 Who leads”."],
        ["Hotline: not stated", "State it under “1.1 Who leads”."],
        ["not stated", "State it under “1.1 Who leads”."],
        ["not stated", "State it under “Annex A Annex”."],
    ]


def test_a_comment_is_signed_by_the_organisation_at_the_time_of_the_plan(made):
    (first, *_) = comments(made)

    assert (first.author, first.initials) == ("Harbour & Vale Water", "H&V")
    assert value(part(made, "word/comments.xml"), "w:comment[1]", "w:date") == (
        "2026-11-20T09:30:00Z"
    )


def test_a_comment_is_anchored_to_what_it_is_on(made):
    main = part(made)

    marks = find(main, "//w:commentRangeStart")
    assert len(marks) == len(comments(made)) == len(find(main, "//w:commentReference"))
    for mark in marks:
        run, end, reference = mark.itersiblings().__next__(), *list(mark.itersiblings())[1:3]
        assert value(run, "w:rPr/w:rStyle") == "OpenPoint"
        assert end.attrib.values() == mark.attrib.values()
        assert value(reference, "w:commentReference", "w:id") == mark.attrib.values()[0]


def test_final_documents_have_none():
    final = render(document(*BODY), {}).data

    assert "word/comments.xml" not in names(final)
    assert not find(part(final), "//w:commentReference | //w:commentRangeStart")
    assert words(part(final)).count("not stated") == 6


def test_a_draft_without_open_points_has_none():
    assert "word/comments.xml" not in names(render(draft(Paragraph(plain("x"))), {}).data)


def test_hostile_and_long_words_stay_words():
    hostile = "</w:t>\0 " + "{place} " * 400
    data = render(draft(Heading(1, hostile, "h"), Facts(((hostile, GAP),))), {}).data

    (comment,) = comments(data)
    assert "</w:t>\ufffd" in comment.text
    assert len(comment.text) < 600


def test_times_are_told_in_utc_and_nobody_is_anonymous():
    local = datetime(2026, 11, 20, 9, 30, tzinfo=timezone(timedelta(hours=5)))
    data = replace(METADATA, created=local, organisation=" ")
    remarks = Remarks(Document(data, document().cover, (), wording=DRAFT))

    assert remarks.part() is None
    assert remarks.about("x", "", "") == 0
    comments_part = remarks.part()
    assert comments_part is not None
    assert value(comments_part, "w:comment", "w:date") == "2026-11-20T04:30:00Z"
    assert value(comments_part, "w:comment", "w:author") == "Plan"


def test_a_draft_with_comments_satisfies_the_schemas(made, tmp_path):
    from openxml_audit import OpenXmlValidator

    file = tmp_path / "draft.docx"
    file.write_bytes(made)

    assert [str(error) for error in OpenXmlValidator().validate(file).errors] == []
