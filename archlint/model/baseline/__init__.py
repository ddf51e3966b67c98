"""The baseline: what a project has accepted for now, and how that fares in an audit."""
