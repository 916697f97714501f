"""The exercises page."""

from ui.pages.exercises.page import ExercisesPage

__all__ = ["ExercisesPage"]
