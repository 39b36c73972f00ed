"""The Care Quality Commission's register: locations, ratings and what changed, from its files and its interface."""

from marketcross.opendata.cqc.active_locations_file import read_active_locations
from marketcross.opendata.cqc.api import location_of, read_answers
from marketcross.opendata.cqc.changes import Change, ChangeKind, changes
from marketcross.opendata.cqc.directory_file import read_directory
from marketcross.opendata.cqc.latest_ratings_file import read_latest_ratings, with_ratings
from marketcross.opendata.cqc.location import Location, Provider, counted_once
from marketcross.opendata.cqc.personal_care import Verdict, Where, may_list_personal_care
from marketcross.opendata.cqc.rating import KeyQuestion, Rated, Rating, Ratings
from marketcross.opendata.cqc.register_file import read_register

__all__ = [
    "Change",
    "ChangeKind",
    "KeyQuestion",
    "Location",
    "Provider",
    "Rated",
    "Rating",
    "Ratings",
    "Verdict",
    "Where",
    "changes",
    "counted_once",
    "location_of",
    "may_list_personal_care",
    "read_active_locations",
    "read_answers",
    "read_directory",
    "read_latest_ratings",
    "read_register",
    "with_ratings",
]
