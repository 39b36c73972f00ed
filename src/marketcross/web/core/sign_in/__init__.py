"""Signing in: password and code for staff, link and code for residents, or the council's own directory."""
