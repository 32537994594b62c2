# oracle: hand
# Python code called in the middle of a list operation may empty the list.
class Clears:
    def __init__(self, target):
        self.target = target

    def __eq__(self, other):
        self.target.clear()
        return False


for use in (
    lambda a, x: a.count(x),
    lambda a, x: x in a,
    lambda a, x: a == [x, x, x],
    lambda a, x: a.sort(key=lambda v: a.clear() or 0),
):
    a = [1, 2, 3]
    try:
        print(use(a, Clears(a)), len(a))
    except ValueError:
        print('ValueError', len(a))
for method in ('index', 'remove'):
    a = [1, 2, 3]
    try:
        getattr(a, method)(Clears(a))
    except ValueError as e:
        print(method, e, a)
