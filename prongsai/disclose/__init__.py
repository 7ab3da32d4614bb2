"""The public site. For now: the published result, frozen and shown with its working."""
