# oracle: cpython
# Comments and doc strings cost nothing and break nothing.
"""Not the first statement, so just a string."""


def f():
    """Doc."""
    # comment
    return 1  # trailing


class C:
    """Doc."""
    # only a comment here

    def m(self):
        'doc'


print(f(), C().m())  # end
# last line without newline
