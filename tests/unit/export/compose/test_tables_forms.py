from app.domain.document.tree import Form, FormField, Heading, Paragraph
from app.domain.plan.documents import FormBlank, FormTemplate, MessageTemplate
from app.export.compose.prose import ProseComposer
from app.export.compose.tables.forms import forms, messages
from tests.builders import plan_with, rid
from tests.labels import scribe
from tests.unit.export.compose.reading import lines


def composer(plan):
    return ProseComposer(scribe(plan), lambda name: f"open: {name}", lambda anchor: False)


def test_a_form_has_its_purpose_and_its_blanks():
    form = FormTemplate(
        rid("log"),
        "Incident log",
        "For every incident",
        (FormBlank("Time", "UTC", 2, ("From", "To")),),
    )

    heading, purpose, blanks = forms(scribe(plan_with(form)))

    assert heading == Heading(3, "Incident log", "form:log")
    assert isinstance(purpose, Paragraph)
    assert lines([purpose]) == ["For every incident"]
    assert blanks == Form("", (FormField("Time", "UTC", 2, ("From", "To")),))


def test_a_form_without_purpose_or_blanks_is_still_there():
    assert forms(scribe(plan_with(FormTemplate(rid("x"), "Bare")))) == (
        Heading(3, "Bare", "form:x"),
        Form("", ()),
    )


def test_each_form_but_the_first_begins_a_page():
    plan = plan_with(*(FormTemplate(rid(key), key) for key in "abc"))

    headings = [block for block in forms(scribe(plan)) if isinstance(block, Heading)]

    assert [heading.new_page for heading in headings] == [False, True, True]


def test_a_message_has_audience_body_facts_and_checks():
    message = MessageTemplate(
        rid("staff"),
        "To all staff",
        "All staff",
        "e-mail",
        "We had **{{x.y}}**.",
        ("What happened",),
        ("Approved by counsel",),
    )
    plan = plan_with(message)

    assert lines(messages(scribe(plan), composer(plan))) == [
        "To all staff",
        "All staff · e-mail",
        "We had [open: x.y].",
        "Facts it needs:",
        "What happened",
        "Before sending:",
        "Approved by counsel",
    ]


def test_a_bare_message_is_only_its_heading():
    plan = plan_with(MessageTemplate(rid("x"), "Bare"))

    assert messages(scribe(plan), composer(plan)) == (Heading(3, "Bare", "message:x"),)


def test_a_plan_without_forms_and_messages_presents_none():
    assert forms(scribe(plan_with())) == ()
    assert messages(scribe(plan_with()), composer(plan_with())) == ()
