"""The renderer-independent document and the prose people write into it."""
