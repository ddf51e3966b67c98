"""Who tells something of the labelled projects: archlint, simple detectors, and its peers."""
