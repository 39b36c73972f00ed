"""Made services look like services, are marked as examples, and leave one men's group to be wished for."""

import pytest

from marketcross.web.directory import queries
from marketcross.web.directory.demo import make, make_wants, patterns
from marketcross.web.directory.models import Organisation, Service, Want

from .conftest import AT

pytestmark = pytest.mark.django_db


def test_a_demonstration_has_something_of_everything_but_one(borough: None) -> None:
    made = make(seed=7, at=AT, n=45)
    assert len(made.services) == 45 and Service.objects.filter(standing="listed").count() == 45
    assert not Organisation.objects.filter(example=False).exists()
    assert {one.category for one in patterns()} == set(Service.objects.values_list("category_id", flat=True))
    assert queries.services_meeting("mens-group", made.no_mens_group_in) == []
    assert len(queries.services_meeting("mens-group", "E2")) == 1
    nothing = queries.search("somewhere to meet other blokes", postcode="ZX1 0AA")
    assert not nothing.exact and nothing.nearly and nothing.terms.locality == "E1"
    assert make_wants(seed=7, at=AT, made=made) == Want.objects.count() == 60
    assert Want.objects.filter(category="mens-group", locality__code="E1").count() >= 12


def test_without_postcodes_it_says_what_to_do(db: None) -> None:
    with pytest.raises(ValueError, match="load postcodes"):
        make(seed=7, at=AT)


def test_the_same_seed_makes_the_same(borough: None) -> None:
    make(seed=7, at=AT, n=10)
    first = list(Service.objects.order_by("id").values_list("name", "phone", "price_pence"))
    make(seed=7, at=AT, n=10)
    assert list(Service.objects.order_by("id").values_list("name", "phone", "price_pence"))[10:] == first
