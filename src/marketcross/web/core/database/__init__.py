"""PostgreSQL, embedded by default: where it lives, how its cluster is made, and who keeps it running.

Only the binaries come from a wheel. They run as our own child on a private socket, with passwords even there, and
nothing is believed to be alive until a connection proves it. ``DATABASE_URL`` replaces all of this by any server.
"""
