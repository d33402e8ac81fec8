import inspect
import pickle
import typing
from typing import Any

import pytest

from hegui.text.values import NamedTuple


class Ours(NamedTuple):
    place: int
    name: str = "名"
    more: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        return self.place * 2


class Typing(typing.NamedTuple):
    place: int
    name: str = "名"
    more: tuple[str, ...] = ()


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((1,), {}),
    ((1, "a"), {}),
    ((1, "a", ("b",)), {}),
    ((1,), {"more": ("c",)}),
    ((), {"more": ("c",), "place": 3}),
]
WRONG: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    ((), {}),
    ((1, 2, 3, 4), {}),
    ((1,), {"place": 2}),
    ((1,), {"other": 2}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_it_is_made_as_a_named_tuple_of_typing(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    ours, theirs = Ours(*given, **named), Typing(*given, **named)
    assert (*ours,) == (*theirs,)
    assert (ours.place, ours.name, ours.more) == (theirs.place, theirs.name, theirs.more)
    assert repr(ours) == repr(theirs).replace("Typing", "Ours")
    assert ours._asdict() == theirs._asdict()
    assert (*ours._replace(name="z"),) == (*theirs._replace(name="z"),)
    assert pickle.loads(pickle.dumps(ours)) == ours
    assert type(pickle.loads(pickle.dumps(ours))) is Ours


def test_it_is_made_of_a_tuple_of_all_fields() -> None:
    made = Ours._make((1, "a", ("b",)))
    assert made == Ours(1, "a", ("b",))
    assert (type(made), made.twice, made.more) == (Ours, 2, ("b",))


@pytest.mark.parametrize(("given", "named"), WRONG)
def test_it_refuses_what_a_named_tuple_of_typing_refuses(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError) as theirs:
        Typing(*given, **named)
    with pytest.raises(TypeError) as ours:
        Ours(*given, **named)
    assert str(ours.value).replace("Ours.", "") == str(theirs.value).replace("Typing.", "")


def test_what_it_tells_of_itself() -> None:
    assert Ours._fields == Typing._fields == Ours.__match_args__
    assert str(inspect.signature(Ours)).replace(" ", "") == "(place,name='名',more=())"
    assert Ours(4).twice == 8
    match Ours(4):
        case Ours(4, name=name):
            assert name == "名"
    with pytest.raises(TypeError):
        Ours(1)._replace(other=2)
    with pytest.raises(AttributeError):
        Ours(1).other = 2  # type: ignore[attr-defined]  # there is no such field, which is the point


def test_a_class_of_more_fields_than_it_can_hold_is_refused() -> None:
    with pytest.raises(ValueError, match="zip"):
        type(Ours)("Wide", (NamedTuple,), {"__annotations__": dict.fromkeys(map("f{}".format, range(33)), int)})


def test_a_class_without_fields_is_refused() -> None:
    with pytest.raises(TypeError, match="no fields"):
        type(Ours)("Empty", (NamedTuple,), {})
