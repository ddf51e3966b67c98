"""Surveys: questions about a code base that are answered without judging it."""
