"""What a handler decides on: the tests of its branches, told apart by what they are about."""

from collections.abc import Iterator
from dataclasses import replace

from archlint.model.code.controller_evidence.atoms import Atom, atoms
from archlint.model.code.controller_evidence.concerns import NOTHING, PROVING, Concern, Condition
from archlint.model.code.controller_evidence.origin import Origin
from archlint.model.code.controller_evidence.pieces import Piece
from archlint.model.code.controller_evidence.references import ADDRESSES, is_reference
from archlint.model.code.controller_evidence.vocabulary import (
    ACCESS,
    PATHS,
    RESULT,
    VIEWS,
    mention,
    words,
)
from archlint.model.facts.expressions import Expression, ExpressionKind

TYPE_TESTS = frozenset({"isinstance", "issubclass", "hasattr", "callable"})
COUNTING = frozenset({"len", "any", "all", "bool"})
PAYLOAD = frozenset({"get", "startswith", "endswith", "lower", "strip", "keys", "values"})
CASTS = frozenset({"str", "int", "UUID", "uuid.UUID"})
EMPTY = frozenset({"0", "None", "False"})


class Conditions:
    """Judges the tests of one function.

    `acting` are the users on whose own record the handler works: to it, they are an entity.
    """

    def __init__(self, piece: Piece, acting: frozenset[str]) -> None:
        self._origins = piece.origins
        self._acting = acting

    def of(self, test: Expression) -> Condition:
        """Tell what a test is about."""
        found = [self._judged(atom) for atom in atoms(test)]
        if proof := next((condition for condition in found if condition.is_proof), None):
            return proof
        best = max(found, key=_weight, default=NOTHING)
        about_access = [c for c in found if c.concern is Concern.ACCESS]
        if best.concern is Concern.PRESENCE and about_access:
            return max(about_access, key=_weight)
        return best

    def _judged(self, atom: Atom) -> Condition:
        test = atom.test
        if _is_type_test(test) or _is_secret(test):
            return NOTHING
        if test.kind is ExpressionKind.COMPARISON:
            return self._compared(atom)
        found = self._subject(test)
        if not found.origin.is_domain:
            return _access(test, found)
        if test.kind is ExpressionKind.NAME:
            return self._absence(test, found) if atom.denied else self._presence(test, found)
        if test.kind is ExpressionKind.CALL:
            return self._called(atom, found)
        return self._absence(test, found) if _is_empty(atom) else _stated(test, found)

    def _subject(self, test: Expression) -> Condition:
        """Return the part of a test that business could be about, with where it comes from."""
        best = NOTHING
        for part in _values(test):
            origin = self._origins.of(part)
            if origin is Origin.ACTOR and part.dotted.partition(".")[0] in self._acting:
                origin = Origin.GIVEN
            if origin > best.origin:
                best = Condition(Concern.NOTHING, origin, part)
        return best

    def _compared(self, atom: Atom) -> Condition:
        test = atom.test
        found = self._subject(test)
        if not found.origin.is_domain:
            return _access(test, found)
        if _is_nothing(test.parts[-1]):
            return self._against_nothing(atom, found)
        if found.origin.is_told and self._is_reading(test):
            return NOTHING
        if self._is_nested(test):
            return NOTHING
        if Origin.ACTOR in {self._origins.of(part) for part in test.parts}:
            return replace(found, concern=Concern.ACCESS)
        return _stated(test, found)

    def _is_reading(self, test: Expression) -> bool:
        """Whether a test takes an answer apart: looks for a key in it, or gets one out of it."""
        left, right = test.parts[0].unwrapped(), test.parts[-1]
        if test.text in {"in", "not in"}:
            gathered = self._origins.values_of(right.text)
            is_list = any(value.kind is ExpressionKind.COMPREHENSION for value in gathered)
            return right.kind is ExpressionKind.NAME and not is_list
        return left.kind is ExpressionKind.SUBSCRIPT or (
            left.kind is ExpressionKind.CALL and left.callee.text in PAYLOAD
        )

    def _is_nested(self, test: Expression) -> bool:
        """Whether a test only asks whether the address fits.

        It compares an id with one of the request, or `line.order_id` with `order.id`.
        """
        if test.text not in {"==", "!="}:
            return False
        if is_reference(*test.parts) or is_reference(*reversed(test.parts)):
            return Origin.ACTOR not in {self._origins.of(part) for part in test.parts}
        sides = [*map(_uncast, test.parts)]
        asked = [part for part in sides if self._origins.of(part) is Origin.INPUT]
        held = [part for part in sides if self._origins.of(part).is_domain]
        return bool(asked) and all(words(part.text) & ADDRESSES for part in held)

    def _against_nothing(self, atom: Atom, found: Condition) -> Condition:
        """Judge a comparison with None, False or 0: absence is no rule, a state is one."""
        test, left = atom.test, atom.test.parts[0].unwrapped()
        is_absence = (test.text in {"is", "==", "<="}) is not atom.denied
        if is_absence and (test.parts[-1].text == "None" or _is_whole(left)):
            return self._absence(left, found)
        if left.kind is ExpressionKind.NAME:
            return self._presence(left, found)
        if left.kind is ExpressionKind.CALL:
            return self._called(Atom(left, denied=False), found)
        return _stated(test, found)

    def _absence(self, value: Expression, found: Condition) -> Condition:
        """Judge `if order is None:`, which matters only where one is made then."""
        is_sought = found.origin is Origin.FOUND or found.origin.is_loaded
        return Condition(Concern.ABSENCE, found.origin, value) if is_sought else NOTHING

    def _presence(self, name: Expression, found: Condition) -> Condition:
        """Judge `if existing:`: a rule where something was looked up, nothing where it was made."""
        if words(name.text) & RESULT:
            return NOTHING
        if found.origin is Origin.ANSWER:
            return NOTHING
        return Condition(Concern.PRESENCE, found.origin, name)

    def _called(self, atom: Atom, found: Condition) -> Condition:
        call = atom.test
        origin = self._origins.of(call)
        if self._origins.access(call) or self._origins.is_search(call):
            is_found = origin is Origin.FOUND or origin.is_loaded
            found = Condition(Concern.PRESENCE, origin, call)
            is_rule = is_found and not atom.denied and not _is_of_files(found)
            return found if is_rule else NOTHING
        if call.callee.text in COUNTING and call.callee.kind is ExpressionKind.NAME:
            inner = next(iter(call.arguments), call)
            return _stated(inner, found) if _has_attribute(inner) else NOTHING
        if call.callee.kind is not ExpressionKind.ATTRIBUTE:
            return self._tested(call, found)
        receiver = self._subject(call.callee.parts[0])
        if receiver.origin is Origin.ACTOR and found.origin.is_loaded:
            receiver = found  # `current_user.is_following(user)` is about that row
        if not receiver.origin.is_domain or call.callee.text in PAYLOAD:
            return NOTHING
        asked = Condition(Concern.ASKED, receiver.origin, call)
        return NOTHING if _is_of_files(asked) or _is_of_views(asked) else asked

    def _tested(self, call: Expression, found: Condition) -> Condition:
        """Judge a test by a function of the project, such as `is_due(order.date)`."""
        state = next(filter(_has_attribute, call.arguments), None)
        is_own = state is not None and self._origins.is_own(call)
        return _stated(state, found) if state and is_own else NOTHING


def _weight(found: Condition) -> tuple[Concern, Origin]:
    return found.concern, found.origin


def _values(test: Expression) -> Iterator[Expression]:
    """Yield the values that a test is about, the longest chains of names first."""
    waiting = [test]
    while waiting:
        part = waiting.pop()
        if part.kind in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE, ExpressionKind.CALL}:
            yield part
        if part.kind is ExpressionKind.CALL:
            waiting.extend(reversed(part.arguments))
        elif part.kind not in {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE}:
            waiting.extend(reversed(part.parts))


def _access(test: Expression, found: Condition) -> Condition:
    about_access = found.origin is Origin.ACTOR or mention(_names(test), ACCESS)
    return replace(found, concern=Concern.ACCESS) if about_access else NOTHING


def _stated(test: Expression, found: Condition) -> Condition:
    """Judge a test of the state of the domain."""
    names = [*_names(test)]
    if mention(names, RESULT) and found.origin <= Origin.LOADED:
        return NOTHING
    if _is_of_files(found) or _is_of_views(found):
        return NOTHING
    concern = Concern.ACCESS if mention(names, ACCESS) else Concern.RULE
    return replace(found, concern=concern)


def _is_of_files(found: Condition) -> bool:
    """Whether a test is about a file or an address rather than about what it is for."""
    last = words(found.subject.rpartition(".")[2].removesuffix("()"))
    return bool(last & PATHS) if found.origin.is_told else last <= PATHS


def _is_of_views(found: Condition) -> bool:
    """Whether a test is about something to be shown."""
    return found.origin.is_told and bool(words(found.subject.partition(".")[0]) & VIEWS)


def _is_nothing(value: Expression) -> bool:
    return value.text in EMPTY and value.kind in {ExpressionKind.CONSTANT, ExpressionKind.NUMBER}


def _is_type_test(test: Expression) -> bool:
    return test.kind is ExpressionKind.CALL and test.callee.text in TYPE_TESTS


def _is_secret(value: Expression) -> bool:
    """Whether it is only asked whether there is something to prove oneself with."""
    return value.kind is ExpressionKind.ATTRIBUTE and bool(words(value.text) & PROVING)


def _is_empty(atom: Atom) -> bool:
    """Whether a test says that there are none: `not found.count`, `frame.empty`."""
    is_told = atom.test.text == ("count" if atom.denied else "empty")
    return is_told and atom.test.kind is ExpressionKind.ATTRIBUTE


def _uncast(value: Expression) -> Expression:
    """Return what is cast, to a string or an identity, for a comparison."""
    value = value.unwrapped()
    is_cast = value.kind is ExpressionKind.CALL and value.callee.dotted in CASTS
    return next(iter(value.arguments), value) if is_cast else value


def _is_whole(value: Expression) -> bool:
    """Whether a value is the object itself or what a call gave, rather than a part of it."""
    return value.kind in {ExpressionKind.NAME, ExpressionKind.CALL}


def _names(test: Expression) -> Iterator[str]:
    kinds = {ExpressionKind.NAME, ExpressionKind.ATTRIBUTE}
    return (part.text for part in test.walk() if part.kind in kinds)


def _has_attribute(value: Expression) -> bool:
    """Whether a value has a state; a key of an answer is none."""
    return any(p.kind is ExpressionKind.ATTRIBUTE and p.text not in PAYLOAD for p in value.walk())
