"""Blank forms and prepared messages."""

from app.domain.document.inline import Mark, plain
from app.domain.document.tree import Block, Form, FormField, Heading, Paragraph
from app.domain.plan.documents import FormTemplate, MessageTemplate
from app.export.compose.labelled import points
from app.export.compose.prose import ProseComposer
from app.export.compose.scribe import Scribe


def forms(scribe: Scribe) -> tuple[Block, ...]:
    """Every form, on a page of its own to be copied; the first follows on what stands above."""
    made: list[Block] = []
    for form in scribe.plan.forms.values():
        heading = Heading(3, form.name, f"form:{form.id}", new_page=bool(made))
        made += [heading, *_form(form)]
    return tuple(made)


def messages(scribe: Scribe, prose: ProseComposer) -> tuple[Block, ...]:
    """Every prepared message with what to check before it is sent."""
    made: list[Block] = []
    for message in scribe.plan.messages.values():
        made += [Heading(3, message.name, f"message:{message.id}")]
        made += _message(message, scribe, prose)
    return tuple(made)


def _form(form: FormTemplate) -> list[Block]:
    fields = tuple(
        FormField(blank.label, blank.hint, blank.lines, blank.columns) for blank in form.blanks
    )
    purpose: list[Block] = [Paragraph(plain(form.purpose))] if form.purpose else []
    return [*purpose, Form("", fields)]


def _message(message: MessageTemplate, scribe: Scribe, prose: ProseComposer) -> list[Block]:
    about = " · ".join(part for part in (message.audience, message.channel) if part)
    made: list[Block] = [Paragraph(plain(about, Mark.ITALIC))] if about else []
    made += prose.blocks(message.body, f"message:{message.id}", message.name)
    made += points(scribe.lead("message.facts"), message.required_facts)
    return made + points(scribe.lead("message.checks"), message.checks)
