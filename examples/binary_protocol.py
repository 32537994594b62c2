"""Messages as bytes: a sensor talks to a computer.

A message: 0xAA | kind | length | data ... | checksum.
struct turns numbers into bytes and back. Noise on the
wire must not confuse the reader.
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
    """Finds good messages, skips everything else."""
    i = 0
    while i + 3 < len(stream):
        length = stream[i + 2]
        end = i + 3 + length
        if (stream[i] == START and end < len(stream)
                and checksum(stream[i + 1:end]) == stream[end]):
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
        place = struct.unpack('<ddH', data)
        return 'position: %.4f %.4f height %d' % place
    if kind == TEXT:
        return 'text: ' + data.decode()
    return 'unknown kind %d' % kind


wire = encode(TEMPERATURE, struct.pack('<Bh', 7, -1234))
wire += b'\x00\xaa\x01'  # noise like a start
place = struct.pack('<ddH', 47.3769, 8.5417, 408)
wire += encode(POSITION, place)
hot = struct.pack('<Bh', 1, 2000)
broken = bytearray(encode(TEMPERATURE, hot))
broken[4] ^= 0x10  # one bit flips on the way
wire += bytes(broken)
wire += encode(TEXT, 'Grüezi!'.encode())

print(len(wire), 'bytes on the wire:')
for i in range(0, len(wire), 16):
    print('  ' + ' '.join('%02x' % b for b in wire[i:i + 16]))
for kind, data in decode(wire):
    print(explain(kind, data))
