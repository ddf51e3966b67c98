"""Tests of rules of one's own."""
