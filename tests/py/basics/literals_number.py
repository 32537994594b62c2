# oracle: cpython
# Numbers in every base, with underscores.
print(0, 00, 42, 1_000_000, 0xFF, 0xdead_beef, 0o17, 0O17, 0b101, 0B1_0)
print(1.5, .5, 5., 1e3, 1E-3, 1_0.5_0, 1.5e+2)
print(2j, 1.5J, 3 + 4j)
print(123456789012345678901234567890, 0xffffffffffffffffffff)
