# oracle: cpython
# A value given to StopIteration is seen behind built-in iterators too.
class Stops:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('why')


def show(make):
    try:
        next(make(Stops()))
    except StopIteration as e:
        print(e.value)


show(lambda it: it)
show(lambda it: zip([1], it))
show(lambda it: map(str, it))
show(lambda it: enumerate(it))
show(lambda it: filter(None, it))
print(list(Stops()))


def delegate():
    result = yield from Stops()
    print('got', result)


print(list(delegate()))
