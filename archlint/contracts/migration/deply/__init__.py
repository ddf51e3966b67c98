"""What deply's layers and ruleset say, and what becomes of them."""
