"""People and parties who cannot be reached when it matters."""

from collections.abc import Iterator

from app.domain.judgement.context import Context
from app.domain.judgement.findings import Finding, Weight
from app.domain.judgement.linting.rule import CountRule, Counts, PlanRule, RecordRule
from app.domain.plan.ids import RecordId
from app.domain.plan.people import Party, PartyKind, Person
from app.domain.plan.plan import Kind
from app.domain.plan.variables import value_text

UPKEEP = frozenset({Kind.UPKEEP})
"""Where the plan says how long a verified contact counts as fresh."""

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
    if person.channels and not _out_of_band(person):
        yield _about(
            "contact.no-out-of-band",
            person,
            f"{person.name} cannot be reached when your own network and accounts are down.",
            "Add a channel that does not depend on them, such as a private mobile number.",
        )


def _unverified(context: Context, person: Person) -> Iterator[Finding]:
    if person.verified_on is None:
        reason = f"The contact of {person.name} has never been verified."
    elif (context.today - person.verified_on).days > context.plan.kept.verify_every:
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


def _no_insurer(context: Context, kinds: Counts) -> Iterator[Finding]:
    if PartyKind.INSURER not in kinds and not context.plan.profile.insurer.strip():
        yield _plan_wide(
            "party.no-insurer",
            Weight.HINT,
            "No cyber insurer is stated.",
            "Add the insurer and its notification line, or record that there is none.",
        )


def _no_retainer(context: Context, kinds: Counts) -> Iterator[Finding]:
    if PartyKind.RETAINER not in kinds:
        yield _plan_wide(
            "party.no-retainer",
            Weight.HINT,
            "No forensic or incident response retainer is stated.",
            "Add the provider, or record who analyses what your own people cannot.",
        )


def _no_out_of_band_anywhere(context: Context, out_of_band: Counts) -> Iterator[Finding]:
    if True not in out_of_band:
        yield _plan_wide(
            "contact.no-out-of-band-channel",
            Weight.WARN,
            "The plan states no out-of-band channel for anybody.",
            "Agree on a channel that works when your own network and accounts do not.",
        )


def _out_of_band(person: Person) -> bool:
    return any(channel.out_of_band for channel in person.channels)


def _kind(party: Party) -> PartyKind:
    return party.kind


def _about(code: str, person: Person, reason: str, fix: str) -> Finding:
    return Finding(code, Weight.WARN, Kind.PERSON, person.id, reason, fix, SECTION)


def _plan_wide(code: str, weight: Weight, reason: str, fix: str) -> Finding:
    return Finding(code, weight, Kind.SECTION, RecordId(SECTION), reason, fix, SECTION)


RECORD_RULES = (
    RecordRule("contact.no-channel", Kind.PERSON, _no_channel),
    RecordRule("contact.no-out-of-band", Kind.PERSON, _no_out_of_band),
    RecordRule("contact.unverified", Kind.PERSON, _unverified, scans=UPKEEP),
    RecordRule("party.no-channel", Kind.PARTY, _party_unreachable),
)
RULES = (PlanRule("contact.none", frozenset({Kind.PERSON}), _nobody),)
COUNT_RULES = (
    CountRule(
        "contact.no-out-of-band-channel", Kind.PERSON, _out_of_band, _no_out_of_band_anywhere
    ),
    CountRule("party.no-insurer", Kind.PARTY, _kind, _no_insurer, frozenset({Kind.PROFILE})),
    CountRule("party.no-retainer", Kind.PARTY, _kind, _no_retainer),
)
