# oracle: hand
# Iterators nested in each other without end raise RuntimeError when they are run.
for name, nest in (
    ('enumerate', enumerate),
    ('filter', lambda x: filter(None, x)),
    ('map', lambda x: map(str, x)),
    ('zip', zip),
    ('zip of two', lambda x: zip(x, [1])),
):
    x = [1, 2]
    for i in range(3):
        x = nest(x)
    print(name, len(list(x)), end=' ')
    x = [1, 2]
    for i in range(5000):
        x = nest(x)
    try:
        print(list(x))
    except RuntimeError as e:
        print(e)
