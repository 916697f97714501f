"""From the plan to the document: what an export says, in which order."""
