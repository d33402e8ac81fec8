"""Named tuples that cost little to define.

``typing.NamedTuple`` compiles a constructor for every class and an expression for every annotation: a tenth of
a millisecond a class, and one start defines a hundred. Here classes of one width share one compiled constructor;
``_make``, for loops, takes one tuple of all fields, uncounted, and so no Python call at all.
"""

from __future__ import annotations

from collections import namedtuple
from functools import cache
from types import FunctionType, MethodType
from typing import TYPE_CHECKING

__all__ = ["NamedTuple"]

if TYPE_CHECKING:
    from typing import NamedTuple
else:
    _WIDEST = namedtuple("_WIDEST", [f"at_{n}" for n in range(32)])  # noqa: PYI024 - for its getters, in C
    _GETTERS = tuple(vars(_WIDEST)[name] for name in _WIDEST._fields)

    # Constructors of one field, two and so on: compiled at run time, each would take longer than a class does.
    _new = tuple.__new__
    _READY = (
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(_cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(_cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(_cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
    )

    @cache
    def _constructor(width):
        """The code of a constructor for ``width`` fields, whose names are still to be given."""
        if width <= len(_READY):
            return _READY[width - 1].__code__
        names = "".join(f", _{n}" for n in range(width))
        return eval(f"lambda _cls{names}: _new(_cls, ({names[2:]},))").__code__  # noqa: S307 - fixed words

    class _Maker(type):
        def __new__(cls, name, bases, space):
            fields = tuple(space.get("__annotations__", ()))
            space.setdefault("__slots__", ())
            if fields:
                code = _constructor(len(fields))
                code = code.replace(co_qualname=f"{name}.__new__", co_varnames=("_cls", *fields))
                defaults = tuple(space.pop(field) for field in fields if field in space)
                space["__new__"] = FunctionType(code, {"_new": _new}, "__new__", defaults)
                space["_fields"] = space["__match_args__"] = fields
                space.update(zip(fields, _GETTERS[: len(fields)], strict=True))
            elif bases[0] is not tuple and not bases[0]._fields:
                raise TypeError(f"{name} has no fields (annotations must be text: from __future__ import annotations)")
            made = super().__new__(cls, name, bases, space)
            made._make = MethodType(_new, made)  # in C, and cheaper than a partial
            return made

    class NamedTuple(tuple, metaclass=_Maker):
        """What ``typing.NamedTuple`` is: fields by name, in order, with defaults."""

        _fields = ()
        _make = classmethod(tuple.__new__)

        def __getnewargs__(self):
            return tuple(self)

        def __repr__(self):
            return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self._asdict().items())})"

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def _replace(self, **given):
            """The same values, but for those ``given`` by name; raises TypeError for a name that is no field."""
            values = tuple(map(given.pop, self._fields, self))
            if given:
                raise TypeError(f"{type(self).__name__} has no {', '.join(given)}")
            return tuple.__new__(type(self), values)
