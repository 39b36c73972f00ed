"""Load a made borough into the register, all of it or nothing (ADR 0109)."""

from .acting import Loaded, load_people
from .folder import BadFolder, Borough, read_borough

__all__ = ["BadFolder", "Borough", "Loaded", "load_people", "read_borough"]
