"""What the methods of an interface are about, by their names."""

from archlint.model.code.conformance.matters import matters


def count(port: str, methods: str) -> int:
    return len({*matters(port, methods.split()).values()})


def test_a_collection_is_one_matter_however_it_is_spelled() -> None:
    assert count("IUserRepository", "add get_by_id get_user list_users updateUser delete") == 1


def test_whether_one_is_there_belongs_to_the_collection() -> None:
    assert count("UserRepository", "add exists user_exists exists_by_id") == 1


def test_a_choice_is_a_matter_of_its_own() -> None:
    assert count("UserRepository", "add find_by_email get_active_users search") == 4


def test_each_collection_is_a_matter() -> None:
    assert count("Rbac", "create_role get_role_by_id list_roles create_permission") == 2


def test_what_is_no_collecting_is_a_matter_each() -> None:
    assert count("Users", "sign_in sign_out lock") == 3


def test_a_verb_that_most_methods_share_is_one_matter() -> None:
    assert count("Visitor", "visit_and visit_or visit_not reset") == 2
