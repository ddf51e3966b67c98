"""What import-linter's contracts say, and what becomes of them."""
