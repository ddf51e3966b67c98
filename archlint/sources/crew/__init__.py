"""Reading many files: here when they are few, side by side in processes when they are not."""
