"""What the National Cyber Incident Scoring System of CISA weighs, and how much each value counts.

Method, factors and the meaning of the levels: CISA's page on the system, read. Weights and points:
a secondary copy (seed data of Crucible CITE, CMU-SEI), not compared with CISA's own. Limits of the
bands: from memory. CISA says that weights are a reference and may differ between organisations.
"""

from dataclasses import dataclass
from typing import Final

SOURCE: Final = "CISA, National Cyber Incident Scoring System"

WEIGHTS_NOTE: Final = (
    "Weights and points come from a secondary copy of CISA's scoring system; "
    "verify them before relying on the score."
)
BANDS_NOTE: Final = (
    "The limits of the bands are from memory and may be wrong; verify before relying on this."
)


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a factor; `points` from 0 to 100."""

    id: str
    name: str
    points: int


@dataclass(frozen=True, slots=True)
class Factor:
    """One thing that is weighed; `weight` relative to the other factors, values mildest first."""

    id: str
    name: str
    weight: int
    values: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """Scores from `least` up to the next band; the limits are from memory."""

    name: str
    least: int
    meaning: str


FACTORS: Final = (
    Factor(
        "functional",
        "Functional impact",
        6,
        (
            Value("none", "No impact", 0),
            Value("none-to-services", "No impact to services", 20),
            Value("minimal-non-critical", "Minimal impact to non-critical services", 35),
            Value("minimal-critical", "Minimal impact to critical services", 40),
            Value("significant-non-critical", "Significant impact to non-critical services", 50),
            Value("denial-non-critical", "Denial of non-critical services", 60),
            Value("significant-critical", "Significant impact to critical services", 70),
            Value("denial-critical", "Denial of critical services or loss of control", 100),
        ),
    ),
    Factor(
        "activity",
        "Observed activity",
        5,
        (
            Value("none", "None", 0),
            Value("prepare", "Prepare", 40),
            Value("engage", "Engage", 70),
            Value("presence", "Presence", 80),
            Value("effect", "Effect", 100),
        ),
    ),
    Factor(
        "location",
        "Location of observed activity",
        4,
        (
            Value("business-dmz", "Level 1: business DMZ", 30),
            Value("business-network", "Level 2: business network", 40),
            Value("unknown", "Unknown", 50),
            Value("business-management", "Level 3: business network management", 60),
            Value("critical-dmz", "Level 4: critical system DMZ", 70),
            Value("critical-management", "Level 5: critical system management", 80),
            Value("critical-systems", "Level 6: critical systems", 90),
            Value("safety-systems", "Level 7: safety systems", 100),
        ),
    ),
    Factor(
        "actor",
        "Actor characterisation",
        4,
        (
            Value("hacktivists", "Hacktivists", 20),
            Value("unwitting-insider", "Unwitting insider", 30),
            Value("criminal", "Criminal", 40),
            Value("unknown", "Unknown", 50),
            Value("witting-insider", "Witting insider", 65),
            Value("apt", "Advanced persistent threat", 80),
            Value("apt-targeted", "Advanced persistent threat, targeted", 100),
        ),
    ),
    Factor(
        "information",
        "Information impact",
        2,
        (
            Value("none", "No impact", 0),
            Value("suspected", "Suspected but not identified", 10),
            Value("privacy", "Privacy data loss", 20),
            Value("proprietary", "Proprietary information loss", 50),
            Value("destruction-non-critical", "Destruction of non-critical system", 60),
            Value("critical-data", "Critical systems data breach", 70),
            Value("credentials", "Core credential compromise", 80),
            Value("destruction-critical", "Destruction of critical system", 100),
        ),
    ),
    Factor(
        "recoverability",
        "Recoverability",
        4,
        (
            Value("regular", "Regular", 20),
            Value("supplemented", "Supplemented", 40),
            Value("extended", "Extended", 60),
            Value("not-recoverable", "Not recoverable", 100),
        ),
    ),
    Factor(
        "sector",
        "Cross-sector dependency",
        3,
        (
            Value("nuclear", "Nuclear", 15),
            Value("agriculture-food", "Agriculture and food", 20),
            Value("chemical", "Chemical", 20),
            Value("dams", "Dams", 25),
            Value("emergency-services", "Emergency services", 25),
            Value("commercial-facilities", "Commercial facilities", 30),
            Value("healthcare", "Healthcare", 30),
            Value("banking-finance", "Banking and finance", 35),
            Value("defence-industry", "Defense industrial base", 35),
            Value("government", "Government facilities", 40),
            Value("manufacturing", "Critical manufacturing", 50),
            Value("water", "Water", 60),
            Value("communications", "Communications", 75),
            Value("transportation", "Transportation", 75),
            Value("information-technology", "Information technology", 80),
            Value("energy", "Energy", 100),
        ),
    ),
    Factor(
        "potential",
        "Potential impact",
        6,
        (
            Value("minimal", "Minimal", 0),
            Value("low", "Low", 25),
            Value("moderate", "Moderate", 50),
            Value("high", "High", 75),
            Value("severe", "Severe", 100),
        ),
    ),
)

BANDS: Final = (
    Band("Emergency", 100, "Lives, the state or infrastructure at large are in imminent danger."),
    Band("Severe", 80, "Significant harm to public safety, security or the economy is likely."),
    Band("High", 65, "Such harm, or lost public confidence, is likely to show."),
    Band("Medium", 50, "Such harm is possible."),
    Band("Low", 35, "Such harm is unlikely."),
    Band("Baseline", 0, "Such harm is highly unlikely; the upper part deserves a further look."),
)
"""Highest first."""
