"""What speaks for business logic in a handler, piece by piece."""
