"""What takes minutes: `make soak`. The tests run shorter forms of it."""
