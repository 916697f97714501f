"""The page of what changed between two points of the plan's history."""

from ui.pages.changes.page import ChangesPage as ChangesPage
