"""What a cell states: spans of time, yes or no, choices, lists."""

import re
from enum import Enum
from typing import Final

from app.domain.plan.durations import Duration, parse_duration
from app.domain.plan.governance import ActionState
from app.domain.plan.people import PartyKind
from app.domain.plan.programme import ExerciseState
from app.services.importing.heads import plain_head

_YES: Final = frozenset(
    {"yes", "y", "true", "1", "x", "ja", "j", "wahr", "oui", "o", "vrai", "si", "s", "verdadero"}
    | {"\u2713", "\u2714", "\u2611"}
)
_NO: Final = frozenset({"no", "n", "false", "0", "nein", "falsch", "non", "faux", "falso"})

_UNITS: Final = {
    "minutes": ("min", "mins", "minute", "minutes", "minuten", "minuto", "minutos"),
    "hours": (
        "h", "hr", "hrs", "hour", "hours", "std", "stunde", "stunden", "heure", "heures", "hora",
        "horas",
    ),
    "days": ("d", "day", "days", "tag", "tage", "tagen", "j", "jour", "jours", "dia", "dias"),
    "working days": ("working days", "business days", "working day", "business day", "arbeitstage",
                     "werktage", "jours ouvres", "dias habiles"),
    "weeks": ("w", "week", "weeks", "woche", "wochen", "semaine", "semaines", "semana", "semanas"),
    "months": ("month", "months", "monat", "monate", "monaten", "mois", "mes", "meses"),
    "years": ("y", "year", "years", "jahr", "jahre", "jahren", "an", "ans", "annee", "annees",
              "ano", "anos"),
}  # fmt: skip
_UNIT_OF: Final = {word: unit for unit, words in _UNITS.items() for word in words}
_TIMES: Final = {"weeks": (7, "days"), "years": (12, "months")}
"""Units a plan does not count in."""
_SPAN: Final = re.compile(r"(\d{1,4}) ?(\D+)")

_CHOICES: Final[dict[Enum, tuple[str, ...]]] = {
    PartyKind.REGULATOR: ("regulator", "authority", "data protection authority", "supervisor",
                          "behorde", "aufsichtsbehorde", "datenschutzbehorde", "autorite",
                          "regulateur", "autoridad", "regulador"),
    PartyKind.CSIRT: ("csirt", "cert", "national csirt", "national cert"),
    PartyKind.POLICE: ("police", "law enforcement", "polizei", "policia"),
    PartyKind.INSURER: ("insurer", "insurance", "cyber insurer", "versicherer", "versicherung",
                        "assureur", "assurance", "aseguradora", "seguro"),
    PartyKind.RETAINER: ("retainer", "incident response retainer", "incident responder",
                         "forensics", "forensik", "incident response"),
    PartyKind.COUNSEL: ("counsel", "legal counsel", "law firm", "lawyer", "legal", "kanzlei",
                        "anwalt", "rechtsanwalt", "avocat", "cabinet d avocats", "abogado",
                        "asesor legal"),
    PartyKind.PR: ("pr", "public relations", "communications agency", "press", "presse",
                   "pr agentur", "relations publiques", "relaciones publicas"),
    PartyKind.SUPPLIER: ("supplier", "vendor", "provider", "service provider", "lieferant",
                         "dienstleister", "fournisseur", "prestataire", "proveedor"),
    PartyKind.CUSTOMER: ("customer", "client", "kunde", "cliente"),
    PartyKind.OTHER: ("other", "andere", "sonstige", "autre", "otro"),
    ExerciseState.PLANNED: ("planned", "plan", "open", "geplant", "offen", "prevu", "planifie",
                            "planificado", "previsto"),
    ExerciseState.HELD: ("held", "done", "completed", "durchgefuhrt", "erledigt", "gehalten",
                         "realise", "effectue", "realizado", "hecho"),
    ActionState.OPEN: ("open", "to do", "todo", "in progress", "new", "not started", "no", "offen",
                       "in arbeit", "ouvert", "en cours", "a faire", "abierto", "pendiente",
                       "en curso", "nein", "non"),
    ActionState.DONE: ("done", "closed", "completed", "complete", "finished", "resolved", "yes",
                       "x", "erledigt", "abgeschlossen", "fertig", "ja", "fait", "termine",
                       "ferme", "oui", "hecho", "cerrado", "terminado", "si"),
}  # fmt: skip


def span_of(text: str) -> Duration | None:
    """The span such as `4 h`, `90 Tage` or `1 year` that `text` names; None if none."""
    direct = parse_duration(text)
    if direct is not None:
        return direct
    match = _SPAN.fullmatch(plain_head(text))
    unit = _UNIT_OF.get(match[2].strip()) if match is not None else None
    if match is None or unit is None:
        return None
    times, counted = _TIMES.get(unit, (1, unit))
    return parse_duration(f"{int(match[1]) * times} {counted}")


def flag_of(text: str) -> bool | None:
    """Yes or no; None where `text` says neither."""
    said = text.strip().casefold()
    plain = plain_head(said) or said
    if plain in _YES:
        return True
    return False if plain in _NO else None


def choice_of(text: str, options: type[Enum]) -> Enum | None:
    """The member of `options` that `text` means; None if none."""
    said = plain_head(text)
    for member in options:
        if said in {plain_head(str(member.value)), *_CHOICES.get(member, ())}:
            return member
    return None


def lines_of(text: str) -> tuple[str, ...]:
    """Its entries: one a line, or parted by semicolons; without bullets."""
    parts = re.split(r"[\n;]+", text)
    return tuple(said for part in parts if (said := part.strip().lstrip("\u2022*\u00b7").strip()))


def addresses_of(text: str) -> tuple[str, ...]:
    """The numbers or addresses in a cell, each once: parted by lines, semicolons, ` / ` or `|`."""
    parts = re.split(r"\n|;|\||,\s|\s/\s", text)
    return tuple(dict.fromkeys(said for part in parts if (said := " ".join(part.split()))))
