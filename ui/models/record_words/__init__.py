"""What the fields of records and their choices are called on screen."""

from ui.models.record_words.choices import choice_text
from ui.models.record_words.fields import FieldWords, words_for

__all__ = ["FieldWords", "choice_text", "words_for"]
