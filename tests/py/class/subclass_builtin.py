# oracle: cpython
# Classes built on list, dict, str, int and tuple methods.
class Stack(list):
    def push(self, x):
        self.append(x)

    def top(self):
        return self[-1]


class Counter(dict):
    def add(self, key):
        self[key] = self.get(key, 0) + 1


s = Stack()
s.push(1)
s.push(2)
print(s.top(), len(s), s.pop(), list(s), isinstance(s, list), 1 in s)
c = Counter()
for ch in 'hello':
    c.add(ch)
print(c['l'], sorted(c.items()), 'z' in c, len(c))


class Quiet(Exception):
    def __init__(self, level):
        super().__init__('level', level)


try:
    raise Quiet(3)
except Quiet as e:
    print(e.args)
