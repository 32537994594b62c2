# oracle: cpython
# Once at the end, an iterator stays there, except that of a list which grew.
for source in (range(2), (1, 2), {1: 2}, {3}, 'ab', b'ab', {1: 2}.items(), iter([5])):
    it = iter(source)
    print(len(list(it)), list(it), next(it, 'end'))
it = iter('x')
next(it)
for i in range(2):
    try:
        next(it)
    except StopIteration as e:
        print('StopIteration', e.args, e.value)
