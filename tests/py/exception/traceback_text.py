# oracle: reference
# The report of an exception nobody catches.
def deepest(x):
    return 10 // x


def middle(x):
    return deepest(x) + 1


class C:
    def method(self):
        return middle(0)


print('before')
C().method()
