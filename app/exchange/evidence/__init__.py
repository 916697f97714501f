"""Evidence packs as zip archives: written so that equal packs are equal bytes, read strictly."""
