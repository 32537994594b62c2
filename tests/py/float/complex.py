# oracle: cpython
# Complex numbers.
a = 1 + 2j
b = complex(3, -1)
print(a, b, a + b, a - b, a * b, (4 + 2j) / 2, -a, +a)
print(a.real, a.imag, abs(3 + 4j), a == complex(1, 2), a != b, a == 1)
print(complex(), complex(2), complex('1+2j') if 0 else 1j * 1j, 2 * a, a + 1, 1.5 - a)
print(complex(0.0, 1.5), 1e3j, bool(0j), bool(1j))
print([1j, 2 + 0j])
