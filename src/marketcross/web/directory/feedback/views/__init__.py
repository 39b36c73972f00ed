"""The pages about feedback."""
