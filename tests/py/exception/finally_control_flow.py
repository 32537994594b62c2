# oracle: cpython
# finally runs on every way out, and may replace the way.
def give_back():
    try:
        return 'a'
    finally:
        print('1')


def swallow():
    for i in range(2):
        try:
            raise ValueError
        finally:
            continue
    return 'swallowed'


def breaks():
    while True:
        try:
            return 'lost'
        finally:
            break
    return 'break won'


def deep():
    try:
        try:
            return 'x'
        finally:
            print('2')
    finally:
        print('3')


def error_in_finally():
    try:
        try:
            raise ValueError('first')
        finally:
            raise KeyError('second')
    except KeyError as e:
        return e.args


print(give_back(), swallow(), breaks(), deep(), error_in_finally())
