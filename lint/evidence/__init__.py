"""What could support a claim, found in its neighbourhood, and the reckoning of whether it does."""
