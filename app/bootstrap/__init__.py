"""Wiring: the one place where ports meet the adapters that serve them.

A window shows before anything of a plan is needed, so these modules import next to nothing;
each method imports what it uses.
"""

from app.bootstrap.clock import SystemClock
from app.bootstrap.plans import LanguageUnknown
from app.bootstrap.rendering import FileRenderers
from app.bootstrap.samples import SAMPLE, SampleCard, SampleUnknown, samples_folder
from app.bootstrap.trusting import CertificateUnreadable
from app.bootstrap.wiring import DEFAULT_TEMPLATE
from app.bootstrap.workshop import Workshop, workshop

__all__ = [
    "DEFAULT_TEMPLATE",
    "SAMPLE",
    "CertificateUnreadable",
    "FileRenderers",
    "LanguageUnknown",
    "SampleCard",
    "SampleUnknown",
    "SystemClock",
    "Workshop",
    "samples_folder",
    "workshop",
]
