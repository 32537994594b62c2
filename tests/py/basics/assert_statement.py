# oracle: cpython
# assert with and without a message.
assert True
assert 1 + 1 == 2, 'never built' + 5 if False else 'fine'
for value in (1, 0):
    try:
        assert value
        print('passed')
    except AssertionError as e:
        print('failed', e.args)
try:
    assert not value, ('message', 2) if value else 'text'
    assert value, 'the message %d' % 7
except AssertionError as e:
    print(e)
print(__debug__)
