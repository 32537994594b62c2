# oracle: cpython
# An __eq__ that changes the dict or set it is asked for.
class Key:
    def __init__(self, name, action=None):
        self.name = name
        self.action = action

    def __hash__(self):
        return 7

    def __eq__(self, other):
        for key in (self, other):
            action, key.action = key.action, None
            if action:
                action()
        return self.name == other.name


for size in (2, 6, 20):
    keys = [Key(i) for i in range(size)]
    names = {key: key.name for key in keys}
    print(names.get(Key(size - 1)), names.get(Key(size)), len(names))

    def clear():
        names.clear()

    print(names.get(Key(1, clear)), len(names))
    names = {key: key.name for key in keys}

    def grow():
        for i in range(30):
            names['n%d' % i] = i

    names[Key(1, grow)] = 'new'
    print(names[keys[1]], len(names))

    group = set(keys)
    other = {Key(i) for i in range(1, size + 1)}
    print(sorted(key.name for key in group - other), len(group & other), len(group | other), len(group ^ other))

    def empty():
        group.clear()

    group -= {Key(0, empty), Key(1)}
    print(len(group))
