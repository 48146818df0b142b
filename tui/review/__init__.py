"""A person at work on one article: where the cursor is, what the keys decide. No screen."""
