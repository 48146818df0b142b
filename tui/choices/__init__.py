"""What a reviewer chose of the bench: language, look, keys, layout."""
