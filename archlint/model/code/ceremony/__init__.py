"""What is done for form's sake: calls handed on, copies of classes, layers without rules."""
