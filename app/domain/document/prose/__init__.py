"""The language of section text: a strict Markdown subset, its reader and its writer."""
