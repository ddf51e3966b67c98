"""The import graph, by grimp."""
