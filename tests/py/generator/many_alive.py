# oracle: cpython
# Many suspended generators keep their own state.
def counter(step):
    n = 0
    while True:
        n += step
        got = yield n
        if got:
            n = got


gens = [counter(i) for i in range(1, 101)]
for g in gens:
    next(g)
print(sum(next(g) for g in gens))
gens[9].send(1000)
print(next(gens[9]), next(gens[8]))
z = zip(counter(1), counter(10), 'abc')
print(list(z))
