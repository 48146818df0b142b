"""How good suggestions are: held against gold, counted, and every difference named."""
