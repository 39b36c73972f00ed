"""What every context stands on: users, roles and access, actions, audit, events, jobs, page components."""
