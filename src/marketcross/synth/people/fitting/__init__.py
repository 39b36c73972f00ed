"""What printed figures ask of a made population, where they contradict each other, and how near the made one comes."""
