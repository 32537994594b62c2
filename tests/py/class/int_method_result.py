# oracle: reference
# What __int__ gives has to be an int.


class Number:
    def __init__(self, value):
        self.value = value

    def __int__(self):
        return self.value


class Flag(int):
    pass


for value in (5, 2**70, True, None, 1.5, "7", Flag(3)):
    try:
        print(int(Number(value)))
    except TypeError as e:
        print("TypeError", value)
    try:
        print([10, 20][Number(value)])
    except (TypeError, IndexError, OverflowError) as e:
        print(type(e).__name__)
