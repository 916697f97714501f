"""The plan, the rules over it and the document made from it: standard library only."""
