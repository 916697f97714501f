from dataclasses import replace

from app.domain.document.tree import Facts, SignatureBox
from app.domain.plan.codec import content_hash
from app.domain.plan.durations import Duration, TimeUnit
from app.export.compose.editions.source import (
    heading,
    masthead,
    note,
    seal_box,
    short_document,
    stated_facts,
)
from tests.unit.export.compose.editions.sources import answer, source_of
from tests.unit.export.compose.reading import lines


def test_answers_are_said_in_words():
    source = source_of(
        answer("reporting.within", Duration(2, TimeUnit.HOURS)),
        answer("reporting.channel", "the desk"),
        answer("reporting.outside_channel", "desk@hall.example, always"),
        answer("severity.always_critical", ("pumps", "valves")),
        answer("comms.spokesperson", "NASA"),
    )

    assert source.answer("reporting", "within") == "2 hours"
    assert source.answer("reporting", "channel") == "The desk"
    assert source.answer("reporting", "outside_channel") == "desk@hall.example, always"
    assert source.answer("comms", "spokesperson") == "NASA"
    assert source.answer("nothing", "said") == ""
    assert source.answers("severity", "always_critical") == ("pumps", "valves")
    assert source.answers("reporting", "within") == ("2 hours",)
    assert source.answers("nothing", "said") == ()


def test_the_masthead_names_version_and_content():
    source = source_of()

    made = masthead(source, "Title")

    assert made.compact
    assert (made.organisation, made.title) == ("Harbour Water Limited", "Title")
    assert made.subtitle == "Board edition of HW-IRP version 0.1 · Draft · 21 November 2026"
    assert made.facts == (("Content of the plan (SHA-256)", content_hash(source.plan)),)


def test_an_excerpt_carries_no_data():
    made = short_document(source_of(draft=True), "Title", [note("Text")])

    assert made.attachments == ()
    assert made.watermark == "DRAFT"
    assert made.wording.edition == "Board edition of HW-IRP version 0.1"
    assert lines(made.body) == ["Text"]
    assert short_document(source_of(), "Title", []).watermark == ""


def test_an_organisation_with_only_a_short_name_is_called_by_it():
    source = source_of()
    profile = replace(source.plan.profile, legal_name="", document_id="")
    plan = replace(source.plan, profiles=source.plan.profiles.put(profile))

    made = masthead(source_of(plan=plan), "Title")

    assert made.organisation == "Harbour"
    assert made.subtitle.startswith("Board edition of Incident response plan version 0.1")


def test_facts_without_a_value_are_left_out():
    (facts,) = stated_facts([("One", "1"), ("Two", " ")])

    assert isinstance(facts, Facts)
    assert lines([facts]) == ["One: 1"]
    assert list(stated_facts([("Two", "")])) == []


def test_headings_are_not_counted():
    made = heading("Text", "name", new_page=True)

    assert (made.level, made.numbered, made.new_page) == (2, False, True)
    assert made.anchor == "edition:name"


def test_drafts_have_no_room_for_a_seal():
    (box,) = seal_box(source_of())

    assert isinstance(box, SignatureBox)
    assert (box.field, box.signer) == ("Seal", "Harbour Water Limited")
    assert list(seal_box(source_of(draft=True))) == []
