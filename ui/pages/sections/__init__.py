"""The Plan sections page: outline, guided questions, text, and what is asked of it."""
