"""Who may do what: rules as data, one place that enforces them, one page that shows them."""
