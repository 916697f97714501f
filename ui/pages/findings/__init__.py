"""The page of all findings, where each is mended or accepted with a reason."""

from ui.pages.findings.page import FindingsPage as FindingsPage
