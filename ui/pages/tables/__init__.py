"""Tables of records that pages share: sorted, filtered and edited where they stand."""
