# oracle: cpython
# __iter__ that is a generator, and reversed order.
class Tree:
    def __init__(self, value, left=None, right=None):
        self.value, self.left, self.right = value, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            yield from self.right


t = Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))
print(list(t), sum(t), 3 in t, 9 in t, max(t), [x * 2 for x in t], sorted(t)[0])
