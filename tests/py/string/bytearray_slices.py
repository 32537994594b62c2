# oracle: cpython-only
# Assigning to and deleting slices of a bytearray with any step.
def show(change):
    b = bytearray(b'0123456789')
    try:
        change(b)
        print(b)
    except ValueError:
        print('ValueError')


def assign(where, value):
    def change(b):
        b[where] = value

    show(change)


def delete(where):
    def change(b):
        del b[where]

    show(change)


for where in (slice(2, 5), slice(5, 2), slice(None), slice(8, None), slice(3, 3), slice(20, 30)):
    assign(where, b'')
    assign(where, b'ab')
    assign(where, bytearray(b'abcdef'))
    assign(where, [65, 66])
    delete(where)
for where in (slice(None, None, 2), slice(None, None, -3), slice(7, 1, -2), slice(1, 7, 3)):
    assign(where, b'abcde'[: len(range(10)[where])])
    assign(where, b'a')
    delete(where)
b = bytearray(b'abc')
b[1:2] = bytes(b)
print(b)
b += bytes(b)
print(b, b * 2, 2 * b[:2], 97 in b, b'bc' in b)
