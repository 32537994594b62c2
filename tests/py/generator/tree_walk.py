# oracle: cpython
# Recursive generators walk a tree.
class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.value
        if self.right:
            for v in self.right:
                yield v


def insert(node, value):
    if node is None:
        return Node(value)
    if value < node.value:
        node.left = insert(node.left, value)
    else:
        node.right = insert(node.right, value)
    return node


root = None
for v in (5, 2, 8, 1, 9, 3, 7, 6, 4, 0):
    root = insert(root, v)
print(list(root), sum(root), max(root), 7 in root, 11 in root)
print(sorted(root) == list(root))


def flatten(x):
    if isinstance(x, (list, tuple)):
        for item in x:
            yield from flatten(item)
    else:
        yield x


print(list(flatten([1, [2, (3, [4, []]), 5], [[6]]])))
