# oracle: hand
# Objects that cannot fit are a MemoryError, and the program goes on.
huge = 10 ** 12
for f in (lambda: 'x' * huge, lambda: [0] * huge, lambda: b'x' * huge, lambda: (1,) * huge, lambda: bytearray(huge),
          lambda: bytes(huge), lambda: 'abc' * huge):
    try:
        f()
        print('fits?')
    except (MemoryError, OverflowError):
        print('refused')
print(len('x' * 1000000), len([0] * 100000))
