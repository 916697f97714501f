"""What the organisation is: the facts that choose wording, regimes and playbooks."""

from dataclasses import dataclass

from app.domain.plan.ids import RecordId

PROFILE_ID = RecordId("profile")
"""The one profile record of a plan."""


@dataclass(frozen=True, slots=True)
class Profile:
    """The organisation and its plan document; blank, empty or None means not stated.

    `time_zone` is an IANA name; `jurisdictions` are ISO 3166 codes or `EU`;
    `language` is a BCP 47 tag of the plan's own text; `baseline` names the
    NIST SP 800-53 baseline (low, moderate, high); `review_months` is the longest
    time between two reviews.
    """

    id: RecordId = PROFILE_ID
    legal_name: str = ""
    short_name: str = ""
    description: str = ""
    sector: str = ""
    size: str = ""
    sites: tuple[str, ...] = ()
    time_zone: str = ""
    jurisdictions: tuple[str, ...] = ()
    data_kinds: tuple[str, ...] = ()
    uses_cloud: bool | None = None
    uses_ot: bool | None = None
    uses_ai: bool | None = None
    takes_cards: bool | None = None
    working_hours: str = ""
    outsourced_services: tuple[str, ...] = ()
    insurer: str = ""
    languages: tuple[str, ...] = ()
    language: str = "en-GB"
    document_title: str = ""
    document_id: str = ""
    owner: str = ""
    sharing_label: str = ""
    frameworks: tuple[str, ...] = ()
    baseline: str = ""
    review_months: int | None = None
    template: str = ""
