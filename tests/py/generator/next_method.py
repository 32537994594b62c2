# oracle: cpython
# Every iterator has __next__ by name; a generator and a generator expression too.
def count(limit):
    for i in range(limit):
        yield i
    return "done"


def rest(iterator):
    values = []
    while True:
        try:
            values.append(iterator.__next__())
        except StopIteration as e:
            return values, e.value


print(rest(count(3)))
print(rest(x * x for x in (1, 2)))
step = count(2).__next__
print(step(), step())
for iterator in (iter("ab"), iter({1: 2}), zip([1], [2]), map(abs, [-1]), enumerate("a"), reversed([1, 2])):
    print(rest(iterator)[0])
print("__next__" in dir(count(1)), hasattr([], "__next__"))
