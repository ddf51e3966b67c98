"""Tests of what plugs into other tools."""
