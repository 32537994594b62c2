# oracle: reference
# Empty ranges and wrong arguments.
import random

for action in (
    lambda: random.getrandbits(33),
    lambda: random.getrandbits(-1),
    lambda: random.randrange(0),
    lambda: random.randrange(1, 1),
    lambda: random.randrange(1, 5, 0),
    lambda: random.randrange(5, 1, 1),
    lambda: random.randint(2, 1),
    lambda: random.choice([]),
    lambda: random.choice(5),
    lambda: random.seed("a"),
    lambda: random.uniform("a", 1),
):
    try:
        print(action())
    except (ValueError, IndexError, TypeError) as e:
        print(repr(e))
