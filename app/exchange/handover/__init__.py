"""Files by which an approval is asked for on another machine, and answered."""
