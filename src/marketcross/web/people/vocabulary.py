"""The code lists of the register: each code is a column's value, each label what people read."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Sex(models.TextChoices):
    """Sex as it is recorded, for what needs it: matching with the NHS, and counts."""

    FEMALE = "female", _("Female")
    MALE = "male", _("Male")
    INDETERMINATE = "indeterminate", _("Neither can be said")
    UNKNOWN = "unknown", _("Not known")


class NameKind(models.TextChoices):
    USED = "used", _("Name used")
    LEGAL = "legal", _("Legal name")
    FORMER = "former", _("Former name")
    ALSO_KNOWN_AS = "also_known_as", _("Also known as")


class AddressKind(models.TextChoices):
    HOME = "home", _("Home")
    STAYING_AT = "staying_at", _("Staying at")
    CORRESPONDENCE = "correspondence", _("For letters")
    NO_FIXED_ADDRESS = "no_fixed_address", _("No fixed address")


class ContactKind(models.TextChoices):
    TELEPHONE = "telephone", _("Telephone")
    MOBILE = "mobile", _("Mobile")
    EMAIL = "email", _("Email")
    OTHER = "other", _("Another way")


class ReachBy(models.TextChoices):
    """How somebody wants to be reached."""

    LETTER = "letter", _("By letter")
    TELEPHONE = "telephone", _("By telephone")
    TEXT = "text", _("By text message")
    EMAIL = "email", _("By email")
    IN_PERSON = "in_person", _("Face to face")
    THROUGH_SOMEBODY = "through_somebody", _("Through somebody they trust")


class AccessNeed(models.TextChoices):
    """What makes it possible for somebody to read, hear, come and take part."""

    LARGE_PRINT = "large_print", _("Large print")
    BRAILLE = "braille", _("Braille")
    EASY_READ = "easy_read", _("Easy read")
    AUDIO = "audio", _("Audio")
    SIGN_LANGUAGE = "sign_language", _("British Sign Language")
    LIPREADING = "lipreading", _("Lipreading: face them when you speak")
    TEXT_RELAY = "text_relay", _("Text relay")
    NO_TELEPHONE = "no_telephone", _("Cannot use a telephone")
    STEP_FREE = "step_free", _("Step-free places")
    LONGER_TIME = "longer_time", _("Longer time to talk")
    QUIET_PLACE = "quiet_place", _("A quiet place")
    SOMEBODY_BESIDE = "somebody_beside", _("Somebody beside them")


class Language(models.TextChoices):
    """First languages, as the made population and the Census name them."""

    ENGLISH = "english", _("English")
    ARABIC = "arabic", _("Arabic")
    BENGALI = "bengali", _("Bengali")
    SIGN = "british_sign_language", _("British Sign Language")
    CHINESE = "chinese", _("Chinese")
    FRENCH = "french", _("French")
    GUJARATI = "gujarati", _("Gujarati")
    PANJABI = "panjabi", _("Panjabi")
    PERSIAN = "persian", _("Persian")
    POLISH = "polish", _("Polish")
    PORTUGUESE = "portuguese", _("Portuguese")
    ROMANIAN = "romanian", _("Romanian")
    SOMALI = "somali", _("Somali")
    SPANISH = "spanish", _("Spanish")
    TAMIL = "tamil", _("Tamil")
    TURKISH = "turkish", _("Turkish")
    URDU = "urdu", _("Urdu")
    WELSH = "welsh", _("Welsh")
    YORUBA = "yoruba", _("Yoruba")
    OTHER = "other", _("Another language")


class RelationshipKind(models.TextChoices):
    """What somebody is to the person; the last seven as the Care Act and the Mental Capacity Act define them."""

    CARER = "carer", _("Carer")
    FAMILY = "family", _("Family")
    FRIEND = "friend", _("Friend or neighbour")
    EMERGENCY = "emergency_contact", _("Emergency contact")
    ATTORNEY = "attorney", _("Attorney")
    DEPUTY = "deputy", _("Deputy")
    NOMINATED = "nominated_person", _("Nominated person")
    AUTHORISED = "authorised_person", _("Authorised person")
    ADVOCATE = "advocate", _("Advocate")
    APPROPRIATE = "appropriate_person", _("Appropriate person")
    APPOINTEE = "appointee", _("Appointee for benefits")


# Who acts for somebody by law: the kinds that stand on an authority, of which evidence was seen.
ACTS_BY_LAW = (RelationshipKind.ATTORNEY, RelationshipKind.DEPUTY)


class Scope(models.TextChoices):
    """What an attorney or a deputy may decide about."""

    PROPERTY = "property_and_affairs", _("Property and affairs")
    WELFARE = "health_and_welfare", _("Health and welfare")


class LibertyKind(models.TextChoices):
    """How somebody may be deprived of their liberty by law."""

    STANDARD = "standard", _("Standard authorisation")
    URGENT = "urgent", _("Urgent authorisation")
    COURT = "court", _("Order of the Court of Protection")


class Part(models.TextChoices):
    """The parts of a record that can be kept back from somebody. Name and date of birth always stand."""

    CONTACT = "contact", _("Address and ways to reach me")
    RELATIONSHIPS = "relationships", _("The people in my life")
    CAPACITY = "capacity", _("Decisions about capacity and liberty")
    EQUALITIES = "equalities", _("What I said about who I am")
    SHARING = "sharing", _("My wishes about sharing")
    WHO_LOOKED = "who_looked", _("Who looked at my record")
    PLAN = "plan", _("My plan")
    MONEY = "money", _("My money")


class KeptFrom(models.TextChoices):
    REPRESENTATIVES = "representatives", _("People who help me")
    INTERNET = "internet", _("My pages on the internet")


class AssignedPart(models.TextChoices):
    """What part somebody plays beside the person."""

    LEAD = "lead", _("Lead practitioner")
    PRACTITIONER = "practitioner", _("Practitioner")
    LINK_WORKER = "link_worker", _("Link worker")
    TEAM = "team", _("Team")


class Reason(models.TextChoices):
    """Why somebody opens a record that is not theirs to look after."""

    COVERING = "covering", _("I am covering for a colleague")
    CALL = "call", _("The person, or somebody for them, has called")
    REFERRAL = "referral", _("They were sent to us and are not yet assigned")
    SAFEGUARDING = "safeguarding", _("Somebody may be at risk")
    SUPERVISION = "supervision", _("I supervise this work")
    QUALITY = "quality", _("A check of the quality of our work")
    EMERGENCY = "emergency", _("Emergency")


class Sharer(models.TextChoices):
    """Whom a wish about sharing is about."""

    FAMILY = "family", _("My family")
    CARER = "carer", _("My carer")
    GP = "gp", _("My GP")
    HOSPITAL = "hospital", _("The hospital")
    PROVIDER = "provider", _("Those who give me care")
    GROUPS = "groups", _("Local groups and charities")
    HOUSING = "housing", _("My landlord or housing")


class Wish(models.TextChoices):
    SHARE = "share", _("You may share")
    ASK = "ask_first", _("Ask me first")
    NOT = "do_not_share", _("Do not share")


class Agreed(models.TextChoices):
    """Where consent is asked, because refusing changes nothing else about somebody's care."""

    NEWS = "news", _("News and invitations")
    RESEARCH = "research", _("To be asked to take part in research")
    SURVEY = "survey", _("To be asked what I think of services")
    PHOTO = "photo", _("Photos of me in what you print")
    STORY = "story", _("My story, told to others")
