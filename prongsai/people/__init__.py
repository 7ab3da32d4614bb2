"""Bodies, offices, units, posts, users, roles; the base of every workspace screen."""
