"""The audit trail of the open plan: whether its history is whole, said in plain words."""
