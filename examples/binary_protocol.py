"""Messages as bytes: how a sensor talks to a computer.

A message is  0xAA | kind | length | data ... | checksum.  struct turns numbers into bytes and back.
Noise on the wire must not confuse the reader.
"""
import struct

START = 0xAA
TEMPERATURE, POSITION, TEXT = 1, 2, 3


def checksum(data):
    total = 0
    for byte in data:
        total = (total * 3 + byte) & 0xFF
    return total


def encode(kind, data):
    body = struct.pack('BB', kind, len(data)) + data
    return bytes([START]) + body + bytes([checksum(body)])


def decode(stream):
    """Finds the good messages in a stream of bytes and skips everything else."""
    i = 0
    while i + 3 < len(stream):
        length = stream[i + 2]
        end = i + 3 + length
        if stream[i] == START and end < len(stream) and checksum(stream[i + 1:end]) == stream[end]:
            yield stream[i + 1], stream[i + 3:end]
            i = end + 1
        else:
            print('  skip %02x' % stream[i])
            i += 1


def explain(kind, data):
    if kind == TEMPERATURE:
        sensor, raw = struct.unpack('<Bh', data)
        return 'sensor %d: %.2f degrees' % (sensor, raw / 100)
    if kind == POSITION:
        return 'position: %.4f %.4f height %d' % struct.unpack('<ddH', data)
    if kind == TEXT:
        return 'text: ' + data.decode()
    return 'unknown kind %d' % kind


wire = encode(TEMPERATURE, struct.pack('<Bh', 7, -1234))
wire += b'\x00\xaa\x01'  # noise that looks like a start
wire += encode(POSITION, struct.pack('<ddH', 47.3769, 8.5417, 408))
broken = bytearray(encode(TEMPERATURE, struct.pack('<Bh', 1, 2000)))
broken[4] ^= 0x10  # one bit flips on the way
wire += bytes(broken) + encode(TEXT, 'Grüezi!'.encode())

print(len(wire), 'bytes:', ' '.join('%02x' % b for b in wire))
for kind, data in decode(wire):
    print(explain(kind, data))
