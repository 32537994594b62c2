# oracle: cpython-only
# Ranges up to all 64-bit numbers.
import random

low, high = -(2**63), 2**63 - 1
for a, b in ((0, high), (1, high), (low, high), (low, -1), (low, 0), (-1, high), (high, high), (low, low)):
    numbers = [random.randint(a, b) for _ in range(100)]
    print(a, b, all(a <= n <= b for n in numbers), len(set(numbers)) > 90)
numbers = [random.randint(low, high) for _ in range(200)]
print(any(n < 0 for n in numbers), any(n > 2**62 for n in numbers), any(n & 1 for n in numbers))
numbers = [random.randrange(low, high) for _ in range(200)]
print(any(n < 0 for n in numbers), any(n > 2**62 for n in numbers))
