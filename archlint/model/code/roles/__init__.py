"""Roles: what a class is for, and the evidence."""
