# oracle: cpython
# __next__ of built-in iterators can be called and passed around.
it = iter([1, 2, 3])
step = it.__next__
print(step(), next(it), it.__next__())
try:
    step()
except StopIteration:
    print('StopIteration')
print([f() for f in [iter(range(5, 9)).__next__] * 3])
for value in (1, None, [], abs):
    try:
        next(value)
    except TypeError:
        print('TypeError')
for value in (1, None, abs):
    try:
        iter(value)
    except TypeError:
        print('TypeError')
