"""Peers: other linters that claim such rules, each on the layers that the labels give."""
