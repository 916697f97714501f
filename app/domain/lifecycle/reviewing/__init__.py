"""What a review session walks through."""
