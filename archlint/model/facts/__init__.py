"""What a file says: small frozen values, free of syntax trees, that serialise."""
