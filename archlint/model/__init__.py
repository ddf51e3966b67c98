"""What archlint knows: architecture, facts, code and findings."""
