"""The whole document of small plans; nothing in them is drawn, so no typeface is read."""

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.document.anchors import anchors, texts
from app.domain.document.outline import outline
from app.domain.document.tree import (
    Callout,
    CrossReference,
    Document,
    Facts,
    Heading,
    PageOf,
    Paragraph,
)
from app.domain.interview.template import Part
from app.domain.judgement.elements.element import Rows
from app.domain.lifecycle.chain import Head, head_from
from app.domain.plan.assurance import EvidenceRecord, requirement_key
from app.domain.plan.classification import SeverityLevel
from app.domain.plan.codec import content_hash, plan_from
from app.domain.plan.documents import FormTemplate, MessageTemplate
from app.domain.plan.governance import Version
from app.domain.plan.obligations import NotificationDecision
from app.domain.plan.plan import Kind
from app.domain.plan.playbooks import Playbook
from app.domain.plan.profile import Profile
from app.domain.plan.programme import Term
from app.domain.plan.sections import SECTION_KEYS
from app.domain.plan.trees import CommunicationTree
from app.export.compose import open_points
from app.export.compose.chapters import ANNEXES
from app.export.compose.core import PRESENTED, nothing_stated
from app.export.compose.plan_document import compose
from tests.builders import NOON, plan_with, rid, role
from tests.labels import ENGLISH
from tests.unit.export.compose.judged import element, framework, judged, requirement, written
from tests.unit.export.compose.reading import column, headings, lines, only_table, tables, words

PROFILE = Profile(legal_name="Northwind", document_id="N-1", frameworks=("nist",))


def composed(*records, draft=False, frameworks=(), when=NOON):
    return compose(judged(plan_with(*records, profile=PROFILE), *frameworks), ENGLISH, draft, when)


def under(document, title):
    """The blocks from the heading `title` to the next of its level or above."""
    body = document.body
    start = next(i for i, b in enumerate(body) if isinstance(b, Heading) and b.text == title)
    level = body[start].level
    rest = list(body[start + 1 :])
    for at, block in enumerate(rest):
        if isinstance(block, Heading) and block.level <= level:
            return rest[:at]
    return rest


def references(document):
    return [
        item
        for block in document.body
        if isinstance(block, Paragraph)
        for item in block.content
        if isinstance(item, CrossReference)
    ]


def test_every_section_that_presents_or_annexes_something_exists():
    annexed = {chapter.section for annex in ANNEXES for chapter in annex.chapters}

    assert set(PRESENTED) | annexed <= set(SECTION_KEYS)


def test_the_document_has_its_parts_in_order():
    document = composed(written("scope"), written("roles"), written("playbooks"))

    assert [block.text for block in document.body if isinstance(block, Heading)] == [
        "Document control",
        "Approval and signatures",
        "Incident now? Start here",
        "Requirement coverage",
        "Front",
        "Title of scope",
        "Organisation",
        "Title of roles",
        "Annex",
        "Title of playbooks",
        "Evidence and traceability",
        "Open points",
    ]


def test_the_template_arranges_the_parts_and_what_it_leaves_out_comes_last():
    plan = plan_with(written("scope"), written("roles"), written("odd"), profile=PROFILE)
    parts = (Part("b", "Who", ("contacts", "roles")), Part("a", "Why", ("purpose",)))

    document = compose(judged(plan, parts=parts), ENGLISH, False, NOON)

    printed = [(item.number, item.text) for item in outline(document).headings if item.number]
    assert printed[:5] == [
        ("1", "Who"),
        ("1.1", "Title of roles"),
        ("2", "Further sections"),
        ("2.1", "Title of scope"),
        ("2.2", "Title of odd"),
    ]


def test_a_short_plan_lists_its_parts_alone_and_looks_everything_up_in_annexes():
    plan = plan_with(
        written("scope"), written("escalation"), SeverityLevel(rid("s1"), "S1", 1), profile=PROFILE
    )

    document = compose(
        judged(plan, framework(requirement("A-1")), pages=(8, 12)), ENGLISH, False, NOON
    )

    found = [block for block in document.body if isinstance(block, Heading)]
    first = [block.text for block in found[:3]]
    assert first == ["Document control", "Incident now? Start here", "Front"]
    assert (found[-1].text, found[-1].new_page) == ("Approval and signatures", True)
    assert not any(block.in_contents for block in found if block.level == 2)
    assert not tables(under(document, "Title of escalation"))
    assert next(table.caption for table in tables(under(document, "Classification"))) == (
        "Response and escalation times"
    )
    last = [block.text for block in found]
    assert last[last.index("Evidence and traceability") + 1] == "Requirement coverage"


def test_behind_the_contents_only_the_annexes_begin_a_page():
    document = composed(
        written("scope"),
        written("roles"),
        written("definitions"),
        role("a"),
        Term(rid("t"), "T", "M"),
    )

    after = [block for block in document.body if isinstance(block, Heading)][4:]
    assert [block.text for block in after if block.new_page] == [
        "Roles and RACI",
        "Glossary",
        "Evidence and traceability",
    ]


def test_a_plan_with_nothing_to_look_up_has_no_annex(monkeypatch):
    monkeypatch.setattr(open_points, "open_points", lambda *_: ())

    document = composed(written("scope"))

    assert [b.text for b in document.body if isinstance(b, Heading) and b.annex] == []


def test_equal_plans_and_times_make_equal_documents_and_a_later_time_another():
    one, two = (composed(written("scope"), draft=True) for _ in range(2))

    assert one == two
    assert composed(written("scope"), draft=True, when=NOON + timedelta(minutes=1)) != one


def test_the_numbers_in_traceability_are_those_the_headings_get():
    keys = ("scope", "policy_statement", "roles", "contacts", "notification", "forms_templates")
    nist = framework(*(requirement(key, key) for key in keys))

    document = composed(
        *(written(key) for key in keys),
        Playbook(rid("x"), "X"),
        FormTemplate(rid("f"), "F"),
        frameworks=(nist,),
    )

    printed = {item.text: item.number for item in outline(document).headings}
    (table,) = [item for item in tables(document.body) if item.anchor == "table:traceability.nist"]
    assert [said.split("\n")[0] for said in column(table, "Found at, and what is open")] == [
        f"See {printed[f'Title of {key}']}\xa0(p.\xa0#)" for key in keys
    ]


def test_every_cross_reference_leads_to_a_place_the_document_has():
    document = composed(
        written("scope", "See [](section:roles), [](playbook:x), [](tree:t), [](section:odd)."),
        written("roles"),
        written("playbooks"),
        written("odd"),
        Playbook(rid("x"), "Ransomware"),
        CommunicationTree(rid("t"), "Nobody in it"),
        frameworks=(framework(requirement("A", "scope", "odd")),),
    )

    anchors = {block.anchor for block in document.body if isinstance(block, Heading)}
    assert [item.text for item in references(document)] == [
        "Title of roles",
        "Ransomware",
        "Title of odd",
        "Annex A",
    ]
    assert {item.anchor for item in references(document)} <= anchors


def test_a_playbook_of_a_section_that_does_not_apply_is_named_without_a_link():
    document = composed(
        written("scope", "See [](playbook:x)."),
        written("playbooks", not_applicable="None are used."),
        Playbook(rid("x"), "Ransomware"),
    )

    assert references(document) == []
    assert "See Ransomware." in lines(document.body)


def test_a_section_that_does_not_apply_says_only_why():
    document = composed(
        written("definitions", not_applicable="Plain words."), Term(rid("a"), "A", "B")
    )

    (said,) = under(document, "Title of definitions")
    assert isinstance(said, Callout)
    assert lines([said]) == ["Not applicable", "Plain words."]


def test_decisions_and_evidence_on_file_are_annexed():
    document = composed(
        written("notification"),
        written("maintenance_review"),
        NotificationDecision(rid("d"), rid("gone"), "INC-7"),
        EvidenceRecord(rid("e"), "Minutes", requirements=(requirement_key("nist", "A"),)),
        frameworks=(framework(requirement("A", "scope")),),
    )

    (register,) = tables(under(document, "Decisions to notify"))
    (filed,) = tables(under(document, "Evidence on file"))
    assert column(register, "Incident") == ["INC-7"]
    assert column(filed, "Shows") == ["NIST SP 800-61 Rev. 3: A"]


def test_a_section_without_anything_says_so():
    assert under(composed(written("scope", " ")), "Title of scope") == [nothing_stated(ENGLISH)]


def test_a_section_with_records_alone_is_not_called_empty():
    document = composed(written("definitions", ""), Term(rid("a"), "Event", "Something"))

    assert lines(under(document, "Title of definitions")) == [
        "The terms are explained in Annex A, page #."
    ]
    assert column(only_table(under(document, "Glossary")), "Term") == ["Event"]


def test_a_message_is_composed_like_a_section():
    document = composed(
        written("forms_templates"),
        MessageTemplate(rid("m"), "To staff", body="Hello {{purpose.objectives}}"),
        FormTemplate(rid("f"), "Log"),
    )

    assert headings(under(document, "Forms")) == ["Log"]
    assert headings(said := under(document, "Messages")) == ["To staff"]
    assert "Hello [open: What is purpose.objectives?]" in lines(said)


def test_an_open_variable_without_a_question_is_only_called_open():
    assert "[open]" in lines(under(composed(written("scope", "{{no.question}}")), "Title of scope"))


@pytest.mark.parametrize(("draft", "watermark"), [(True, "DRAFT"), (False, "")])
def test_only_drafts_are_watermarked_and_every_edition_lists_open_points(draft, watermark):
    document = composed(written("scope", "TBD."), draft=draft)

    assert document.watermark == watermark
    assert "Open points" in headings(document.body)


def test_the_metadata_says_what_the_file_is():
    version = Version(rid("v"), "1.2", NOON.date(), approvers=("Jo",))

    made = composed(written("scope"), version).metadata

    assert (made.title, made.organisation, made.document_id) == (
        "Incident response plan",
        "Northwind",
        "N-1",
    )
    assert (made.version, made.status, made.created) == ("1.2", "Approved", NOON)
    assert made.author == "Northwind"
    assert made.keywords == ("incident response plan", "nist")


def test_the_owner_is_the_author_and_a_short_name_will_do():
    plan = plan_with(profile=replace(PROFILE, legal_name="", short_name="NW", owner="CISO"))

    made = compose(judged(plan), ENGLISH, False, NOON).metadata

    assert (made.organisation, made.author) == ("NW", "CISO")


def test_the_attached_data_is_the_plan_and_has_the_printed_hash():
    plan = plan_with(written("scope"), profile=PROFILE)

    document: Document = compose(judged(plan), ENGLISH, False, NOON)

    (attached,) = document.attachments
    assert attached.name == "plan.json"
    assert plan_from(json.loads(attached.data)) == plan
    assert hashlib.sha256(attached.data).hexdigest() == content_hash(plan)
    assert document.metadata.content_hash == content_hash(plan)


def test_the_end_of_the_history_is_printed_and_attached():
    plan = plan_with(written("scope"), profile=PROFILE)
    head = Head("plan-1", 57, "0123abcd" * 8, "cd" * 32)

    made = compose(judged(plan), ENGLISH, False, NOON, head)

    facts = next(block for block in made.body if isinstance(block, Facts))
    label, shown = facts.rows[-1]
    assert label == "Audit trail"
    assert words(shown) == "Revision 57, " + " ".join(["0123abcd"] * 8)
    assert [item.name for item in made.attachments] == ["plan.json", "audit-head.json"]
    assert head_from(json.loads(made.attachments[1].data)) == head


def test_only_places_whose_page_is_told_are_kept():
    roles = element("roles", "roles", Rows(Kind.ROLE))
    nist = framework(requirement("A", needs=("roles",)))
    plan = plan_with(
        written("roles", "{{organisation}} has roles."),
        role("lead"),
        role("deputy"),
        profile=PROFILE,
    )

    document = compose(judged(plan, nist, elements=(roles,)), ENGLISH, False, NOON)

    inside = [name for name in anchors(document.body) if "/" in name or "?" in name]
    assert inside == ["record:roles/lead"]


def test_every_page_that_is_told_is_that_of_a_place_the_document_has():
    document = composed(
        written("scope"), frameworks=(framework(requirement("A", "scope"), requirement("B")),)
    )

    told = {
        name
        for block in document.body
        for content in texts(block)
        for item in content
        if isinstance(item, PageOf)
        for name in item.anchors
    }
    assert told == {"section:scope", "traceability:nist"}
    assert told <= set(anchors(document.body))
