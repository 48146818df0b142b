"""The tour: ten steps on a sample article, each done by doing it."""
