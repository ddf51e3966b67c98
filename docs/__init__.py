"""The documentation: its pages, the site, and what writes parts of them."""
