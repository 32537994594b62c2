# oracle: cpython
# Ranges of random numbers, and equal seeds.
import random
random.seed(42)
a = [random.randint(1, 6) for _ in range(50)]
random.seed(42)
b = [random.randint(1, 6) for _ in range(50)]
print(a == b, min(a) >= 1, max(a) <= 6, len(set(a)) > 3)
print(all(0 <= random.random() < 1 for _ in range(50)), all(2 <= random.uniform(2, 3) <= 3 for _ in range(50)))
print(all(random.randrange(5) in range(5) for _ in range(50)), all(random.randrange(2, 10, 3) in (2, 5, 8) for _ in range(50)))
print(all(random.choice('abc') in 'abc' for _ in range(50)), random.getrandbits(8) < 256, random.getrandbits(0) == 0)
for f in (lambda: random.choice([]), lambda: random.randrange(0), lambda: random.randint(5, 1)):
    try:
        f()
    except (IndexError, ValueError) as e:
        print(type(e).__name__)
