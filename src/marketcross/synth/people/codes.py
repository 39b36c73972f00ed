"""The lists of words that the columns of a made population use."""

from enum import IntEnum


class Sex(IntEnum):
    FEMALE = 0
    MALE = 1


class Role(IntEnum):
    """What somebody is in their household. A child may be grown up: a child of the reference person or partner."""

    REFERENCE = 0
    PARTNER = 1
    CHILD = 2
    PARENT = 3
    RELATIVE = 4
    SHARER = 5


class HouseholdKind(IntEnum):
    """Children are people under 18."""

    ONE_PERSON = 0
    COUPLE = 1
    COUPLE_WITH_CHILDREN = 2
    ONE_PARENT_WITH_CHILDREN = 3
    OTHER_ADULTS = 4
    OTHER_WITH_CHILDREN = 5


class Tenure(IntEnum):
    OWNED_OUTRIGHT = 0
    MORTGAGED = 1
    SOCIAL_RENTED = 2
    PRIVATE_RENTED = 3


class Ethnicity(IntEnum):
    """The nineteen groups of the Census of 2021, which the statutory return also uses."""

    WHITE_BRITISH = 1
    WHITE_IRISH = 2
    GYPSY_OR_IRISH_TRAVELLER = 3
    ROMA = 4
    OTHER_WHITE = 5
    WHITE_AND_BLACK_CARIBBEAN = 6
    WHITE_AND_BLACK_AFRICAN = 7
    WHITE_AND_ASIAN = 8
    OTHER_MIXED = 9
    INDIAN = 10
    PAKISTANI = 11
    BANGLADESHI = 12
    CHINESE = 13
    OTHER_ASIAN = 14
    BLACK_AFRICAN = 15
    BLACK_CARIBBEAN = 16
    OTHER_BLACK = 17
    ARAB = 18
    OTHER = 19


class Language(IntEnum):
    ENGLISH = 0
    ARABIC = 1
    BENGALI = 2
    BRITISH_SIGN_LANGUAGE = 3
    CHINESE = 4
    FRENCH = 5
    GUJARATI = 6
    PANJABI = 7
    PERSIAN = 8
    POLISH = 9
    PORTUGUESE = 10
    ROMANIAN = 11
    SOMALI = 12
    SPANISH = 13
    TAMIL = 14
    TURKISH = 15
    URDU = 16
    YORUBA = 17
    OTHER = 18


class Religion(IntEnum):
    NOT_SAID = 0
    NONE = 1
    BUDDHIST = 2
    CHRISTIAN = 3
    HINDU = 4
    JEWISH = 5
    MUSLIM = 6
    SIKH = 7
    OTHER = 8


class Limited(IntEnum):
    """How far a condition of twelve months or more limits what somebody does from day to day."""

    NO = 0
    A_LITTLE = 1
    A_LOT = 2


class Condition(IntEnum):
    """Conditions with a prevalence by age and sex; each is a column of yes or no."""

    DEMENTIA = 0
    LEARNING_DISABILITY = 1
    AUTISM = 2
    MODERATE_PHYSICAL_DISABILITY = 3
    SERIOUS_PHYSICAL_DISABILITY = 4
    VISUAL_IMPAIRMENT = 5
    COMMON_MENTAL_DISORDER = 6
    PSYCHOTIC_DISORDER = 7
    DEPRESSION = 8
    FALL_IN_A_YEAR = 9


class Rate(IntEnum):
    """A disability benefit for help with daily living: at neither, the lower or the higher rate."""

    NONE = 0
    LOWER = 1
    HIGHER = 2


class Reach(IntEnum):
    """How somebody prefers to be reached."""

    LETTER = 0
    TELEPHONE = 1
    EMAIL = 2


class Hours(IntEnum):
    """Hours of unpaid care a week, in the bands of the Census of 2021."""

    UP_TO_9 = 0
    FROM_10_TO_19 = 1
    FROM_20_TO_34 = 2
    FROM_35_TO_49 = 3
    AT_LEAST_50 = 4


class CaredFor(IntEnum):
    """What the person cared for is to the carer."""

    PARTNER = 0
    PARENT = 1
    CHILD = 2
    RELATIVE = 3
    FRIEND_OR_NEIGHBOUR = 4
