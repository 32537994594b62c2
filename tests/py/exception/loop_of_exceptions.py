# oracle: reference
# A loop that raises in each turn is still asked whether something is due.
import micropython

done = []
micropython.schedule(done.append, 1)
while not done:
    try:
        raise ValueError
    except ValueError:
        pass
print(done)


def generator():
    while len(done) < 2:
        try:
            missing
        except NameError:
            yield


micropython.schedule(done.append, 2)
for _ in generator():
    try:
        [][0]
    except IndexError:
        pass
print(done)
