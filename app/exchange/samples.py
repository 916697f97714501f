"""What an answers file says of itself, read without the template it is written for."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from app.exchange.answers import AnswersUnreadable


@dataclass(frozen=True, slots=True)
class SampleFacts:
    """Who has answered; `sector` is an option's value. Blank where the file does not say it."""

    organisation: str
    sector: str
    template: str
    document: str


def sample_facts(path: Path) -> SampleFacts:
    """The facts in the answers file `path`, whose names of answers are dotted keys.

    Raises:
        AnswersUnreadable: the file cannot be read as TOML.
    """
    try:
        data = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise AnswersUnreadable(f"{path.name} cannot be read: {error}.") from error
    answers = data.get("answers")
    profile = answers.get("profile") if isinstance(answers, Mapping) else None
    stated = profile if isinstance(profile, Mapping) else {}
    return SampleFacts(
        organisation=str(stated.get("legal_name", "")),
        sector=str(stated.get("sector", "")),
        template=str(data.get("template", "")),
        document=str(stated.get("document_id", "")),
    )
