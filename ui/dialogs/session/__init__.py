"""A review session on screen: started, walked through item by item, closed, its minutes kept."""
