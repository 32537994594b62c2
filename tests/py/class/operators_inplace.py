# oracle: cpython
# In-place methods, and the plain ones when there are none.
class Plain:
    def __add__(self, o):
        return 'plain add'


class InPlace:
    def __init__(self):
        self.log = []

    def __iadd__(self, o):
        self.log.append('iadd')
        return self

    def __isub__(self, o):
        self.log.append('isub')
        return self


p = Plain()
p += 1
print(p)
q = r = InPlace()
q += 1
q -= 1
print(q is r, q.log)
