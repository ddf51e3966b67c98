"""What files of tests are about, and what they need for it."""
