"""Attributes that are worked out when they are first asked for.

As ``functools.cached_property``, which on CPython 3.11 takes a lock for every first use of every object.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["once"]

if TYPE_CHECKING:
    from functools import cached_property as once
else:

    class once:  # noqa: N801 - it is used as a decorator
        """The value that a method gives, kept with its object under the method's name."""

        def __init__(self, work):
            self.work = work
            self.name = work.__name__
            self.__doc__ = work.__doc__

        def __get__(self, owner, kind=None):
            if owner is None:
                return self
            value = owner.__dict__[self.name] = self.work(owner)
            return value
