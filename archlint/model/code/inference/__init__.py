"""Inference: light types, where nothing is guessed."""
