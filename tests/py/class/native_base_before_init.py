# oracle: reference
# Methods of a built-in base wait for its __init__; __dict__ is a copy that cannot be changed.


class Early(list):
    def __init__(self, item):
        self.append(item)


class Text(str):
    def __init__(self, item):
        self.loud = self.upper()


class Right(list):
    def __init__(self, item):
        super().__init__()
        self.append(item)


class Own:
    def __init__(self):
        self.a = 1


def add(own):
    own.__dict__["b"] = 2


def remove(own):
    del own.__dict__["a"]


for action in (
    lambda: Early(1),
    lambda: Text("a"),
    lambda: Right(1),
    lambda: add(Own()),
    lambda: remove(Own()),
    lambda: Own().__dict__.update(b=2),
    lambda: Own().__dict__,
    lambda: str(b"a", encoding="utf-8"),
    lambda: str(object=1),
    lambda: bytes("a", encoding="utf-8"),
    lambda: bytearray("a", encoding="utf-8"),
):
    try:
        print(action())
    except Exception as e:
        print(type(e).__name__, e)
