"""Where facts come from: discovery, skim and study."""
