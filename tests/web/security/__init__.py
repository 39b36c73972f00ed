"""What a hostile reader, worker, helper or organisation tries with part 4."""
