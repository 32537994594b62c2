# oracle: reference
# return, break and continue in finally replace what was under way.
def returns():
    try:
        return 'try'
    finally:
        return 'finally'


def swallows():
    try:
        raise ValueError
    finally:
        return 'swallowed'


def loop():
    seen = []
    for i in range(5):
        try:
            if i == 1:
                raise KeyError(i)
            if i == 3:
                return seen
            seen.append(i)
        finally:
            if i == 1:
                continue
            if i == 3:
                break
    return seen, 'after loop'


def nested():
    for i in range(2):
        try:
            try:
                continue
            finally:
                print('inner', i)
        finally:
            print('outer', i)
    return 'end'


print(returns(), swallows(), loop(), nested())


def value():
    x = 1
    try:
        return x
    finally:
        x = 2


print(value())
