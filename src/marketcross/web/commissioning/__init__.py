"""Commissioning: what the council does to bring supply about; it begins with small grants. It never knows a person."""
