# oracle: reference
# The same seed gives the reference's sequence.
import random

random.seed(1)
print([random.getrandbits(32) for _ in range(4)])
random.seed(1)
print(random.random(), random.uniform(-1, 3))
random.seed(12345)
print([random.randrange(100) for _ in range(10)])
print([random.randrange(-5, 6) for _ in range(10)], [random.randrange(0, 50, 7) for _ in range(5)])
print([random.randrange(10, -10, -3) for _ in range(5)], [random.randint(1, 6) for _ in range(10)])
print([random.choice("abcdef") for _ in range(8)], random.choice((1, 2, 3)))
random.seed(-1)
print(random.getrandbits(8), random.getrandbits(0), random.getrandbits(1))
