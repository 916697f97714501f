"""People and parties who cannot be reached when it matters."""

from collections.abc import Iterator
from datetime import timedelta

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Party, PartyKind, Person
from app.domain.plan.plan import Kind
from app.domain.plan.variables import value_text

VERIFY_EVERY = timedelta(days=90)
"""How long a verified contact counts as fresh."""

SECTION = "contacts"


def _no_channel(context: Context, person: Person) -> Iterator[Finding]:
    if not person.channels:
        yield _about(
            "contact.no-channel",
            person,
            f"Nobody can reach {person.name}: no phone number or address is stated.",
            "Add at least one channel.",
        )


def _no_out_of_band(context: Context, person: Person) -> Iterator[Finding]:
    if person.channels and not any(channel.out_of_band for channel in person.channels):
        yield _about(
            "contact.no-out-of-band",
            person,
            f"{person.name} cannot be reached when your own network and accounts are down.",
            "Add a channel that does not depend on them, such as a private mobile number.",
        )


def _unverified(context: Context, person: Person) -> Iterator[Finding]:
    if person.verified_on is None:
        reason = f"The contact of {person.name} has never been verified."
    elif context.today - person.verified_on > VERIFY_EVERY:
        day = value_text(person.verified_on)
        reason = f"The contact of {person.name} was last verified on {day}."
    else:
        return
    yield _about("contact.unverified", person, reason, "Call, confirm and record the date.")


def _party_unreachable(context: Context, party: Party) -> Iterator[Finding]:
    if not party.channels:
        yield Finding(
            "party.no-channel",
            Weight.WARN,
            Kind.PARTY,
            party.id,
            f"No phone number or address is stated for {party.name}.",
            "Add the channel to use in an incident.",
            SECTION,
        )


def _nobody(context: Context) -> Iterator[Finding]:
    if not context.plan.people:
        yield _plan_wide(
            "contact.none", Weight.BLOCKS, "The plan names nobody.", "Add the people who act in it."
        )


def _no_insurer(context: Context) -> Iterator[Finding]:
    if not context.plan.profile.insurer.strip() and not _party(context, PartyKind.INSURER):
        yield _plan_wide(
            "party.no-insurer",
            Weight.HINT,
            "No cyber insurer is stated.",
            "Add the insurer and its notification line, or record that there is none.",
        )


def _no_retainer(context: Context) -> Iterator[Finding]:
    if not _party(context, PartyKind.RETAINER):
        yield _plan_wide(
            "party.no-retainer",
            Weight.HINT,
            "No forensic or incident response retainer is stated.",
            "Add the provider, or record who analyses what your own people cannot.",
        )


def _no_out_of_band_anywhere(context: Context) -> Iterator[Finding]:
    people = context.plan.people.values()
    if not any(channel.out_of_band for person in people for channel in person.channels):
        yield _plan_wide(
            "contact.no-out-of-band-channel",
            Weight.WARN,
            "The plan states no out-of-band channel for anybody.",
            "Agree on a channel that works when your own network and accounts do not.",
        )


def _party(context: Context, kind: PartyKind) -> bool:
    return any(party.kind is kind for party in context.plan.parties.values())


def _about(code: str, person: Person, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.PERSON, person.id, reason, fix, SECTION)


def _plan_wide(code: str, weight: Weight, reason: str, fix: str) -> Finding:
    return Finding(code, weight, Kind.SECTION, RecordId(SECTION), reason, fix, SECTION)


_PARTIES = frozenset({Kind.PARTY})

RECORD_RULES = (
    RecordRule("contact.no-channel", Kind.PERSON, _no_channel),
    RecordRule("contact.no-out-of-band", Kind.PERSON, _no_out_of_band),
    RecordRule("contact.unverified", Kind.PERSON, _unverified),
    RecordRule("party.no-channel", Kind.PARTY, _party_unreachable),
)
RULES = (
    PlanRule("contact.none", frozenset({Kind.PERSON}), _nobody),
    PlanRule("contact.no-out-of-band-channel", frozenset({Kind.PERSON}), _no_out_of_band_anywhere),
    PlanRule("party.no-insurer", _PARTIES | {Kind.PROFILE}, _no_insurer),
    PlanRule("party.no-retainer", _PARTIES, _no_retainer),
)
