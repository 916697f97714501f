"""The desktop interface: shows and reports, and keeps no plan data of its own."""
