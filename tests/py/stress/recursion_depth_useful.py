# oracle: hand
# A recursion of a thousand calls is no problem.
def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


print(depth(900))


def fold(items):
    return items[0] + fold(items[1:]) if items else 0


print(fold(list(range(200))))
