"""Benches: each prints its figures beside a peer's from the same run; `make bench` runs all."""
