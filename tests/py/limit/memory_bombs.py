# oracle: hand
# What cannot fit raises MemoryError or OverflowError at once; the program goes on.
big = 10 ** 12
for name, bomb in (
    ('list', lambda: [0] * big),
    ('tuple', lambda: (1, 2) * big),
    ('str', lambda: 'ab' * big),
    ('bytes', lambda: b'ab' * big),
    ('extend', lambda: [].extend(range(big))),
    ('list range', lambda: list(range(big))),
    ('sorted', lambda: sorted(range(big))),
    ('bytearray', lambda: bytearray(big)),
    ('inplace', lambda: [0].__class__([1, 2]) * big),
):
    try:
        bomb()
        print(name, 'fits')
    except (MemoryError, OverflowError) as e:
        print(name, type(e).__name__)
print([0] * 3, len('ab' * 1000))
