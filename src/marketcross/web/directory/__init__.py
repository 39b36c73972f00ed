"""Directory: organisations, their services, and what people looked for in vain. It never knows a person."""
