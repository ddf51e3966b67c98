"""The judges: one per rule, pure, independent of one another."""
