"""What is known of object-relational mappers and database drivers, and how their objects travel."""
