"""Draws what readers are to judge: findings, and near misses of which nothing was told."""
