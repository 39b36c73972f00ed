"""Signing in: password and code for staff, link and code for residents, the council's own directory where there is one."""
