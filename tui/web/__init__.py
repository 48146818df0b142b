"""The bench in a browser: who is let in, what they are sent, a process for each of them."""
