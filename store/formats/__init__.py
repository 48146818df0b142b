"""One file for each format that goes in or out."""
