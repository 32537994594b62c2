# oracle: cpython
# assert with and without a message.
def check(x):
    assert x > 0, 'not positive: %d' % x
    assert x < 10
    return x


for n in (5, -1, 50):
    try:
        print(check(n))
    except AssertionError as e:
        print('AssertionError', e.args)
try:
    assert [], {'why': 1}
except AssertionError as e:
    print(e.args[0])
assert (lambda: True)(), 1 // 1
try:
    assert False, 1 // 0
except ZeroDivisionError:
    print('message was evaluated')
