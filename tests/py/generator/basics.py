# oracle: cpython
# A generator runs only as far as it is asked.
def count(n):
    print('start')
    for i in range(n):
        print('about to give', i)
        yield i
    print('end')


g = count(2)
print('made')
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as e:
    print('stopped', e.value)
print(list(count(1)), sum(x for x in count(2)))
