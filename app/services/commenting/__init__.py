"""Comments on records: what people say to each other about a plan, beside its text."""
