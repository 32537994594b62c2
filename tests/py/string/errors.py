# oracle: reference
# What goes wrong with strings.
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


def store():
    s[0] = 'x'


s = 'abc'
attempt(store)
attempt(lambda: s[10])
attempt(lambda: s['a'])
attempt(lambda: s + 1)
attempt(lambda: 1 + s)
attempt(lambda: s - s)
attempt(lambda: s.split(''))
attempt(lambda: ','.join([1, 2]))
attempt(lambda: ','.join(5))
attempt(lambda: s.nope)
attempt(lambda: 5 in s)
attempt(lambda: s.find(1))
attempt(lambda: s * s)
attempt(lambda: '%d' % 'x')
attempt(lambda: '%d %d' % (1,))
attempt(lambda: '%d' % (1, 2))
attempt(lambda: '%q' % 1)
attempt(lambda: '{'.format())
attempt(lambda: '}'.format())
attempt(lambda: '{}'.format())
attempt(lambda: '{x}'.format(y=1))
attempt(lambda: '{0} {}'.format(1, 2))
attempt(lambda: '{:d}'.format('a'))
