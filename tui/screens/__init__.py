"""The screens: wiring and bindings."""
