"""The live statement: from frozen counts and open opportunities to an evidence pack, and by part 1's machinery on."""
