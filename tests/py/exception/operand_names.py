# oracle: reference
# How messages of TypeError name the operands of bools and of items of sequences.


def attempt(text):
    try:
        print(text, eval(text))
    except TypeError as e:
        print(text, e)


for text in (
    "True + []",
    "[] + False",
    "{1} & True",
    "True << 'a'",
    "[] < True",
    "True < []",
    "'a' in True",
    "list(True)",
    "[1, 2] < [1, 'a']",
    "(1, 2) <= (1, 'a')",
    "[1, 'a'] > [1, 2]",
    "(1, 2) >= (1, 'a')",
):
    attempt(text)


class Item:
    def __lt__(self, other):
        print("lt")
        return True

    def __gt__(self, other):
        print("gt")
        return False


print([Item()] < [Item()], [Item()] > [Item()])
