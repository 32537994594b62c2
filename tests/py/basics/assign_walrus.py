# oracle: cpython
# := gives a value and a name at once.
if (n := len('hello')) > 3:
    print('long', n)
data = [3, 1, 4, 1, 5]
i = 0
while (value := data[i]) != 5:
    i += 1
print(i, value)
print([y := x * 2 for x in range(3)], y)
print((a := 1) + (b := 2), a, b)


def f():
    if m := 'local':
        return m


print(f())
print(max(z := 4, 2), z)
