"""Makes the site that a wheel carries."""
