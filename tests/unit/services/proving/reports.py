"""Reports to look at, with nothing wrong in them."""

import datetime as dt

from app.services.proving.certificates import Trust
from app.services.proving.coverage import Coverage
from app.services.proving.signatures import SignatureReport
from app.services.proving.stamps import DocumentStamp, TimeStampReport
from app.services.signing import CertificateFacts

NOON = dt.datetime(2026, 11, 21, 12, tzinfo=dt.UTC)
FACTS = CertificateFacts(
    "Ada", "ada@example.org", "Meridian", "CN=Ada", "CN=Ada", "0A", "AB:CD", NOON, NOON, True
)
STAMP = TimeStampReport("Clock", NOON, FACTS, Trust.SUPPLIED)
OVER_ALL = DocumentStamp("Timestamp", STAMP, Coverage.WHOLE_FILE)
GOOD = SignatureReport(
    field="Seal",
    meaning="Sealed",
    role="",
    location="",
    signed_at=NOON,
    time_source="signer's clock",
    certificate=FACTS,
    trust=Trust.SUPPLIED,
    intact=True,
    coverage=Coverage.WHOLE_FILE,
    changes_after="",
    problems=(),
    slot="Seal",
)
