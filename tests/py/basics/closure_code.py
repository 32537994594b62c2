# oracle: hand
# The code of a closure is of no use without its cells, so it has none, as in the
# reference; nor does code that co_consts shows make a function without them.
def outer():
    x = 1

    def inner():
        return x

    return inner


print(hasattr(outer, "__code__"), hasattr(outer(), "__code__"))
make = type(outer)
for code in outer.__code__.co_consts:
    if code:
        try:
            print(make(code, {})(5))
        except TypeError:
            print("TypeError")
print(make(outer.__code__, {})()())
