"""Tests of the bench in a browser."""
