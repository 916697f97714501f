"""The page Guided start."""

from ui.pages.interview.page import InterviewPage

__all__ = ["InterviewPage"]
