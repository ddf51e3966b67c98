"""How an audit is told: one file per format."""
