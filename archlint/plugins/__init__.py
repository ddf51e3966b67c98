"""Where archlint plugs into other tools."""
