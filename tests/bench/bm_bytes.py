# bytes and bytearray: a checksum, xor, slices, numbers in little-endian order.
bm_params = {'device': ((4,), 24895), 'full': ((500,), 67307)}


def table():
    result = []
    for i in range(256):
        crc = i
        for _ in range(8):
            crc = crc >> 1 ^ 0x6EB8 if crc & 1 else crc >> 1
        result.append(crc)
    return result


TABLE = table()


def checksum(data):
    crc = 0xFFFF
    for b in data:
        crc = crc >> 8 ^ TABLE[(crc ^ b) & 0xFF]
    return crc


def work(n):
    data = bytearray(range(256))
    key = b'correct horse'
    total = 0
    for turn in range(n):
        for i in range(len(data)):
            data[i] ^= key[i % len(key)]
        data = data[16:] + data[:16]
        total ^= checksum(data)
        block = bytes(data[:8])
        total += int.from_bytes(block[:3], 'little') & 0xFF
        data[turn & 0x7F] = 0x55
        total += bytes(data).find(b'\x55') + len((turn * 7).to_bytes(4, 'little'))
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
