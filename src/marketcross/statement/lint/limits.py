"""Every threshold of the lint, and why it stands where it stands."""

LONGEST_SENTENCE = 25  # words; GOV.UK's style guide asks to split longer ones
OLDEST_EVIDENCE = 5  # years between the end of a figure's period and publication
READING_AGE = 12  # for sections that providers and members read
READING_AGE_METHOD = 14  # for the section that says how it was made, which only careful readers read
SHORTEST_JUDGED = 60  # words; below that a reading age is chance
METHOD_SECTIONS = ("method",)
