"""What the columns of other programs are called: English, German, French and Spanish heads."""

from typing import Final

from app.domain.plan.kinds import Kind

_PEOPLE: Final[dict[str, tuple[str, ...]]] = {
    "name": (
        "name", "full name", "display name", "contact", "contact name", "person", "employee",
        "who", "fn", "vollstandiger name", "anzeigename", "mitarbeiter", "ansprechpartner",
        "nom", "nom complet", "nom et prenom", "nom d affichage", "personne",
        "nombre", "nombre completo", "nombre y apellidos", "persona", "contacto",
    ),
    "first_name": (
        "first name", "firstname", "given name", "forename", "vorname", "rufname", "prenom",
        "nombre de pila", "primer nombre",
    ),
    "last_name": (
        "last name", "lastname", "surname", "family name", "nachname", "familienname", "zuname",
        "nom de famille", "apellido", "apellidos",
    ),
    "title": (
        "title", "job title", "position", "function", "job", "role", "organization title",
        "funktion", "stelle", "berufsbezeichnung", "position im unternehmen", "titre", "fonction",
        "poste", "intitule du poste", "cargo", "puesto", "funcion",
    ),
    "unit": (
        "unit", "department", "team", "division", "business unit", "organization department",
        "abteilung", "bereich", "organisationseinheit", "service", "departement", "unite",
        "equipe", "departamento", "area", "unidad", "equipo",
    ),
    "external": (
        "external", "works for another organisation", "contractor", "extern", "externe",
        "externo", "externa",
    ),
}  # fmt: skip

_CHANNELS: Final[dict[str, tuple[str, ...]]] = {
    "mobile": (
        "mobile", "mobile phone", "mobile number", "cell", "cell phone", "cellphone", "handy",
        "mobil", "mobiltelefon", "mobilnummer", "handynummer", "portable", "tel portable",
        "telephone portable", "telephone mobile", "gsm", "movil", "telefono movil", "celular",
    ),
    "phone": (
        "phone", "telephone", "tel", "phone number", "telephone number", "business phone",
        "work phone",
        "office", "office phone", "landline", "home phone", "primary phone", "phone 1 value",
        "phone 2 value", "phone 3 value", "telefon", "telefonnummer", "festnetz",
        "telefon geschaftlich", "fixe", "telephone fixe", "telephone professionnel", "telefono",
        "telefono fijo", "telefono del trabajo",
    ),
    "email": (
        "email", "e mail", "mail", "email address", "e mail address", "e mail 1 value",
        "e mail 2 value", "e mail 2 address", "email 1", "email 2", "e mail adresse",
        "mailadresse", "emailadresse", "courriel", "adresse electronique", "adresse e mail",
        "adresse mail", "correo", "correo electronico", "direccion de correo",
    ),
    "messenger": (
        "messenger", "im", "chat", "signal", "threema", "whatsapp", "teams", "skype",
        "instant messaging", "im address", "messagerie", "messagerie instantanee", "mensajeria",
    ),
    "pager": ("pager", "beeper", "pieper", "funkmelder", "bip", "busca", "buscapersonas"),
    "out_of_band": (
        "out of band", "oob", "out of band channel", "private mobile", "private phone",
        "private number",
        "personal mobile", "ausserhalb des netzes", "notfallnummer", "private handynummer",
        "handy privat", "hors bande", "numero personnel", "fuera de banda", "movil personal",
    ),
    "availability": (
        "availability", "available", "hours", "on call", "verfugbarkeit", "erreichbarkeit",
        "erreichbar", "bereitschaft", "disponibilite", "astreinte", "disponibilidad", "guardia",
    ),
    "verified_on": (
        "verified on", "last verified", "last verified on", "verified", "last checked",
        "checked on", "zuletzt gepruft", "gepruft am", "verifie le", "derniere verification",
        "verificado el", "ultima verificacion",
    ),
    "verified_by": ("verified by", "checked by", "gepruft von", "verifie par", "verificado por"),
}  # fmt: skip

_ZONE: Final[dict[str, tuple[str, ...]]] = {
    "time_zone": (
        "time zone", "timezone", "tz", "zeitzone", "fuseau horaire", "zona horaria", "huso horario",
    )
}  # fmt: skip

_OWNER: Final = (
    "owner", "responsible", "responsibility", "assigned to", "assignee", "who", "verantwortlich",
    "zustandig", "eigentumer", "responsable", "proprietaire", "propietario", "asignado a",
)  # fmt: skip
_NAME: Final = (
    "name", "title", "bezeichnung", "titel", "nom", "titre", "intitule", "nombre", "titulo",
)  # fmt: skip
_PURPOSE: Final = (
    "purpose", "called for", "what for", "use", "used for", "zweck", "wofur", "objet", "finalite",
    "finalidad", "proposito", "description", "beschreibung", "descripcion",
)  # fmt: skip
_REFERENCE: Final = (
    "reference", "ref", "number", "contract", "contract number", "policy number", "link", "url",
    "referenz", "aktenzeichen", "vertragsnummer", "nummer", "numero", "referencia",
    "numero de contrat", "numero de contrato",
)  # fmt: skip
_LOCATION: Final = (
    "location", "place", "where", "ort", "standort", "ablageort", "lieu", "emplacement", "lugar",
    "ubicacion",
)  # fmt: skip
_CADENCE: Final = (
    "cadence", "frequency", "how often", "interval", "every", "haufigkeit", "turnus", "rhythmus",
    "frequence", "periodicite", "frecuencia", "periodicidad",
)  # fmt: skip
_DAY: Final = (
    "date", "day", "due", "due date", "by", "deadline", "when", "on", "held on", "planned for",
    "target date", "datum", "termin", "frist", "fallig", "fallig am", "bis", "echeance",
    "date limite", "date prevue", "fecha", "fecha limite", "vencimiento", "plazo",
)  # fmt: skip
_STATE: Final = (
    "state", "status", "done", "progress", "stand", "zustand", "etat", "statut", "estado",
)  # fmt: skip
_SOURCE: Final = ("source", "origin", "quelle", "origine", "fuente", "origen")

SYNONYMS: Final[dict[Kind, dict[str, tuple[str, ...]]]] = {
    Kind.PERSON: {**_PEOPLE, **_CHANNELS, **_ZONE},
    Kind.PARTY: {
        "name": (
            "organisation", "organization", "company", "firm", "party", "supplier", "vendor",
            "authority", "organisme", "firma", "unternehmen", "lieferant", "behorde",
            "entreprise", "societe", "fournisseur", "empresa", "proveedor", "autoridad", *_NAME,
        ),
        "kind": ("kind", "type", "category", "kind of party", "art", "typ", "kategorie", "tipo",
                 "categorie", "categoria"),
        "purpose": _PURPOSE,
        "reference": _REFERENCE,
        **_CHANNELS,
    },
    Kind.METRIC: {
        "name": ("metric", "measure", "kpi", "indicator", "kennzahl", "indicateur", "indicador",
                 *_NAME),
        "definition": ("definition", "what is counted", "meaning", "description", "definicion",
                       "beschreibung"),
        "target": ("target", "goal", "threshold", "ziel", "zielwert", "cible", "objectif",
                   "objetivo", "meta"),
        "owner": ("reported by", *_OWNER),
        "cadence": _CADENCE,
        "formula": ("formula", "calculation", "worked out", "formel", "berechnung", "formule",
                    "calcul", "calculo"),
        "unit": ("unit", "unit of measure", "einheit", "unite", "unidad"),
    },
    Kind.TRAINING: {
        "audience": ("audience", "who", "for whom", "participants", "group", "zielgruppe",
                     "teilnehmer", "public", "participantes", "publico", "destinataires"),
        "topic": ("topic", "training", "course", "subject", "content", "thema", "schulung",
                  "kurs", "inhalt", "sujet", "formation", "tema", "formacion", "curso"),
        "cadence": _CADENCE,
        "owner": tuple(word for word in _OWNER if word != "who"),
    },
    Kind.EXERCISE: {
        "name": ("exercise", "test", "ubung", "exercice", "ejercicio", *_NAME),
        "kind": ("kind", "type", "form", "kind of exercise", "art", "typ", "tipo"),
        "on": _DAY,
        "state": _STATE,
        "objectives": ("objectives", "objective", "goals", "ziele", "objectifs", "objetivos"),
        "participants": ("participants", "players", "teilnehmer", "teilnehmende", "participantes",
                         "joueurs"),
        "findings": ("findings", "lessons", "erkenntnisse", "feststellungen", "constats",
                     "hallazgos"),
        "owner": ("conductor", "facilitator", *_OWNER),
        "scenario": ("scenario", "situation", "szenario", "lage", "scenario initial", "escenario"),
        "attendees": ("attendees", "attended", "attendance", "anwesende", "presents",
                      "asistentes"),
        "reached": ("reached", "objectives reached", "erreichte ziele", "objectifs atteints",
                    "objetivos alcanzados"),
        "results": ("results", "result", "outcome", "ergebnis", "ergebnisse", "resultats",
                    "resultados"),
    },
    Kind.ROADMAP: {
        "goal": ("goal", "step", "milestone", "item", "initiative", "project", "ziel", "schritt",
                 "meilenstein", "massnahme", "objectif", "etape", "jalon", "objetivo", "hito",
                 *_NAME),
        "by": _DAY,
        "owner": _OWNER,
        "measure": ("measure", "measured by", "done when", "success", "messgrosse", "erfolg",
                    "mesure", "critere", "medida", "criterio"),
    },
    Kind.RESOURCE: {
        "name": ("resource", "tool", "asset", "ressource", "werkzeug", "mittel", "outil",
                 "recurso", "herramienta", *_NAME),
        "purpose": _PURPOSE,
        "owner": _OWNER,
        "location": _LOCATION,
    },
    Kind.DOCUMENT: {
        "title": ("document", "dokument", "documento", *_NAME),
        "reference": ("file", "path", *_REFERENCE),
        "owner": _OWNER,
        "relation": ("relation", "why", "relevance", "how it relates", "bezug", "lien", "relacion",
                     *_PURPOSE),
    },
    Kind.LOG_SOURCE: {
        "name": ("log source", "log", "system", "logquelle", "protokollquelle", "journal",
                 "registro", "origen del registro", *_NAME, *_SOURCE),
        "shows": ("shows", "what it shows", "content", "events", "zeigt", "inhalt", "contenu",
                  "contenido", *_PURPOSE),
        "owner": _OWNER,
        "kept_for": ("kept for", "retention", "retention period", "keep", "aufbewahrung",
                     "aufbewahrungsfrist", "vorhaltezeit", "conservation",
                     "duree de conservation", "retencion", "conservacion"),
    },
    Kind.DISTRIBUTION: {
        "recipient": ("recipient", "holder", "who", "copy holder", "empfanger", "inhaber",
                      "destinataire", "destinatario", "titular", *_NAME),
        "edition": ("edition", "version", "ausgabe", "fassung", "edicion"),
        "form": ("form", "format", "medium", "copy", "form der kopie", "forme", "support",
                 "formato", "soporte"),
        "location": _LOCATION,
    },
    Kind.TERM: {
        "term": ("term", "word", "abbreviation", "acronym", "begriff", "abkurzung", "wort",
                 "terme", "mot", "sigle", "termino", "palabra", "sigla"),
        "meaning": ("meaning", "definition", "explanation", "bedeutung", "erklarung",
                    "signification", "significado", "definicion"),
        "source": _SOURCE,
    },
    Kind.ACTION: {
        "text": ("action", "task", "what", "to do", "todo", "text", "aufgabe", "massnahme",
                 "tache", "mesure", "tarea", "accion", *_NAME),
        "owner": _OWNER,
        "due": _DAY,
        "state": _STATE,
    },
}  # fmt: skip
"""For each place of a kind the heads that mean it, as `plain_head` spells them."""
