"""Each repair by itself: what it mends, and the sound text that it leaves alone."""
