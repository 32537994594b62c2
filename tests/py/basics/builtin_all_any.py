# oracle: cpython
# all and any stop early.
def noisy(items):
    for x in items:
        print('look', x)
        yield x


print(all(noisy([1, 0, 2])), any(noisy([0, 3, 4])))
print(all([]), any([]), all('ab'), any([0, '', None]))
