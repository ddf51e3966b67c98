"""What two readers said of drawn items, each without knowing the other or archlint's verdict."""
