"""Market Cross: personalised adult social care and its market, in one loop."""
