"""The page of reviews: when the next is due, the session that rests, those that were held."""

from ui.pages.reviews.page import ReviewsPage

__all__ = ["ReviewsPage"]
