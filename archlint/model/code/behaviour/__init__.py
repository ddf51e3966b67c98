"""Behaviour: what an entity does itself, and what others do in its place."""
