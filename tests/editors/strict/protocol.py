"""Holds JSON against the types of the protocol, as lsprotocol has them from metaModel.json."""

import collections.abc
import enum
import functools
import typing

import attrs
from lsprotocol import types

# How a property is called on the wire
RENAMED = {"from_": "from"}


@functools.cache
def hints(cls):
    return typing.get_type_hints(cls, vars(types))


def on_the_wire(name):
    first, *rest = RENAMED.get(name, name).rstrip("_").split("_")
    return first + "".join(part.title() for part in rest)


def violations(expected, value, path="$"):
    """What is wrong with a value: sentences, none if nothing is."""
    if isinstance(expected, str):
        expected = getattr(types, expected)
    if isinstance(expected, typing.ForwardRef):
        expected = getattr(types, expected.__forward_arg__)
    if expected is typing.Any or expected is types.LSPObject:
        return []
    if expected is type(None):
        return [] if value is None else [f"{path}: {value!r} should be null"]
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if origin is typing.Union:
        return of_one(arguments, value, path)
    if origin is typing.Literal:
        return [] if value in arguments else [f"{path}: {value!r} is none of {arguments}"]
    if origin is tuple:
        if not isinstance(value, list) or len(value) != len(arguments):
            return [f"{path}: {value!r} should be {len(arguments)} values"]
        return [one for at, kind in enumerate(arguments) for one in violations(kind, value[at], f"{path}[{at}]")]
    if origin in (list, collections.abc.Sequence):
        if not isinstance(value, list):
            return [f"{path}: {value!r} should be an array"]
        return [one for at, item in enumerate(value) for one in violations(arguments[0], item, f"{path}[{at}]")]
    if origin in (dict, collections.abc.Mapping):
        if not isinstance(value, dict):
            return [f"{path}: {value!r} should be an object"]
        return [one for key, item in value.items() for one in violations(arguments[1], item, f"{path}.{key}")]
    if isinstance(expected, type) and issubclass(expected, enum.Enum):
        return of_enumeration(expected, value, path)
    if attrs.has(expected):
        return of_structure(expected, value, path)
    kinds = {int: int, float: (int, float), str: str, bool: bool}
    if expected not in kinds:
        raise TypeError(f"{path}: nobody knows {expected!r}")
    fits = isinstance(value, kinds[expected]) and (expected is bool or not isinstance(value, bool))
    return [] if fits else [f"{path}: {value!r} should be {expected.__name__}"]


def of_one(choices, value, path):
    """A value that must be of one of several types; the fewest complaints are told."""
    found = [violations(choice, value, path) for choice in choices]
    return min(found, key=len)


def of_enumeration(expected, value, path):
    if value in [member.value for member in expected]:
        return []
    return [f"{path}: {value!r} is no {expected.__name__}"]


def of_structure(expected, value, path):
    if not isinstance(value, dict):
        return [f"{path}: {value!r} should be {expected.__name__}"]
    found, known = [], set()
    for field in attrs.fields(expected):
        name = on_the_wire(field.name)
        known.add(name)
        if name not in value:
            # A kind, a method and the version of JSON-RPC have defaults in Python, and must be there
            if field.default is attrs.NOTHING or field.default is not None:
                found.append(f"{path}: {expected.__name__} has no {name}")
            continue
        nullable = types.is_special_property(expected, field.name)
        if value[name] is None and field.default is None and not nullable:
            found.append(f"{path}.{name}: null, and should be left out")
            continue
        found += violations(hints(expected)[field.name], value[name], f"{path}.{name}")
        allowed = getattr(field.validator, "options", None)
        if isinstance(allowed, (list, tuple, frozenset)) and value[name] not in allowed:
            found.append(f"{path}.{name}: {value[name]!r} is none of {list(allowed)}")
    unknown = set(value) - known
    return found + [f"{path}: {expected.__name__} has no property {name}" for name in sorted(unknown)]
