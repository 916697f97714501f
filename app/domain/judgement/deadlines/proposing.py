"""Which regimes the organisation's profile suggests, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.domain.judgement.regimes import ProfileFact, Regime, RegimeStatus, Suits
from app.domain.plan.profile import Profile

EU_MEMBERS = frozenset(
    [
        "AT",
        "BE",
        "BG",
        "CY",
        "CZ",
        "DE",
        "DK",
        "EE",
        "ES",
        "FI",
        "FR",
        "GR",
        "HR",
        "HU",
        "IE",
        "IT",
        "LT",
        "LU",
        "LV",
        "MT",
        "NL",
        "PL",
        "PT",
        "RO",
        "SE",
        "SI",
        "SK",
    ]
)
EEA_ONLY = frozenset({"IS", "LI", "NO"})
"""States of the European Economic Area outside of the European Union."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A regime that may bind the organisation; a person decides whether it does."""

    regime: Regime
    reason: str


def proposed(profile: Profile, regimes: Iterable[Regime]) -> tuple[Proposal, ...]:
    """The regimes that fit `profile`, in their order; not those that bind nobody yet.

    What the profile leaves open speaks against a regime only where the regime asks for it.
    """
    return tuple(
        Proposal(regime, reason)
        for regime in regimes
        if regime.status in _PROPOSED and (reason := _reason(profile, regime))
    )


def reaches(code: str, stated: str) -> bool:
    """Whether the law of `code` may reach an organisation that states the jurisdiction `stated`.

    A state's or province's law (`US-NY`) may reach whoever states the whole country, and the
    country's reaches whoever states a part of it.
    """
    if code == stated:
        return True
    if code == "EU":
        return stated in EU_MEMBERS
    if code == "EEA":
        return stated in EU_MEMBERS | EEA_ONLY | {"EU"}
    country, _, part = code.partition("-")
    stated_country, _, stated_part = stated.partition("-")
    return country == stated_country and not (part and stated_part)


_PROPOSED = frozenset({RegimeStatus.IN_FORCE, RegimeStatus.ADOPTED, RegimeStatus.VOLUNTARY})

_FACT_WORDS = {
    ProfileFact.USES_OT: "operates industrial or other physical systems",
    ProfileFact.USES_AI: "uses artificial intelligence",
    ProfileFact.TAKES_CARDS: "takes payment cards",
    ProfileFact.INSURED: "is insured",
}


def _reason(profile: Profile, regime: Regime) -> str:
    """Why `regime` fits; blank if it does not."""
    fits = tuple(_fits(profile, regime.suits))
    if None in fits:
        return ""
    found = [words for words in fits if words]
    matched = f"The plan states {'; '.join(found)}." if found else "It may concern anybody."
    return " ".join((matched, f"It binds: {regime.applies_to}.", *_standing(regime)))


def _fits(profile: Profile, suits: Suits) -> Iterator[str | None]:
    """For each group of `suits` what fits; None where nothing does, blank where nothing need."""
    yield _jurisdictions(profile, suits.jurisdictions)
    yield _sector(profile, suits.sectors)
    yield _data_or_facts(profile, suits)


def _jurisdictions(profile: Profile, codes: tuple[str, ...]) -> str | None:
    if not codes:
        return ""
    found = [
        stated
        for stated in profile.jurisdictions
        if any(reaches(code, stated.strip().upper()) for code in codes)
    ]
    return f"the jurisdiction {', '.join(found)}" if found else None


def _sector(profile: Profile, sectors: tuple[str, ...]) -> str | None:
    if not sectors:
        return ""
    return f"the sector {profile.sector}" if profile.sector in sectors else None


def _data_or_facts(profile: Profile, suits: Suits) -> str | None:
    if not (suits.data_kinds or suits.facts):
        return ""
    kinds = [kind for kind in profile.data_kinds if kind in suits.data_kinds]
    found = [f"data: {', '.join(kinds)}"] if kinds else []
    found += [f"that it {_FACT_WORDS[fact]}" for fact in suits.facts if _holds(profile, fact)]
    return "; ".join(found) or None


def _holds(profile: Profile, fact: ProfileFact) -> bool:
    facts = {
        ProfileFact.USES_OT: profile.uses_ot is True,
        ProfileFact.USES_AI: profile.uses_ai is True,
        ProfileFact.TAKES_CARDS: profile.takes_cards is True,
        ProfileFact.INSURED: bool(profile.insurer.strip()),
    }
    return facts[fact]


def _standing(regime: Regime) -> tuple[str, ...]:
    if regime.status is RegimeStatus.VOLUNTARY:
        return ("It is voluntary.",)
    if regime.status is RegimeStatus.ADOPTED:
        return (f"It applies from {regime.effective_from or 'a later day'}.",)
    return ()
