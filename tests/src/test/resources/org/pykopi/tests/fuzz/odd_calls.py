# Calls what is built in with odd arguments; SEED is set before. Prints each call before making it.
import sys, random

NAMES = (
    "array asyncio binascii builtins cmath collections cryptolib deflate errno framebuf gc hashlib heapq"
    " io json marshal math micropython os platform random re select struct sys time uctypes weakref"
    " _asyncio btree machine socket websocket"
)
# They end the program, wait, or give away what they must not be given.
AVOIDED = (
    "exit print_exception input help quit settrace SEED"
    " reset soft_reset deepsleep lightsleep sleep WDT"
).split()

choice = random.choice
seed = random.seed
below = random.randrange
write = sys.stdout.write
seed(SEED)


class Plain:
    def __init__(self, *args):
        self.args = args


class Odd:
    def __len__(self):
        return choice((0, 3, -1, 10**20, None))

    def __getitem__(self, i):
        if below(3) == 0:
            raise IndexError
        return odd()

    def __iter__(self):
        return choice((self, iter((1, 2)), 5))

    def __next__(self):
        if below(3) == 0:
            raise StopIteration
        return odd()

    def __hash__(self):
        return choice((1, -1, 10**30, None))

    def __eq__(self, other):
        return choice((True, False, None, NotImplemented))

    def __lt__(self, other):
        return choice((True, False, "", NotImplemented))

    def __add__(self, other):
        return odd()

    def __call__(self, *args, **kw):
        return odd()

    def __bool__(self):
        return choice((True, False, 2))

    def __int__(self):
        return choice((1, None, 10**30, "x"))

    def __str__(self):
        return choice(("odd", None, 5))

    def __repr__(self):
        return choice(("odd", "Odd()", 7))

    def __enter__(self):
        return odd()

    def __exit__(self, *args):
        return odd()

    def readinto(self, target):
        return choice((0, 1, 1000, -1, None, "x"))

    def read(self, *args):
        return choice((b"", b"ab", "x", None, 5))

    def readline(self):
        return choice((b"", b"ab\n", "x\n", None))

    def write(self, data):
        return choice((0, 1, 1000, -1, None))

    def ioctl(self, *args):
        return choice((0, 1, -1, None))

    def keys(self):
        return odd()

    def send(self, value):
        return odd()

    def throw(self, *args):
        return odd()


class OddList(list):
    pass


class OddDict(dict):
    def __missing__(self, key):
        return key


class OddStr(str):
    pass


class OddInt(int):
    pass


class OddBytes(bytes):
    pass


class OddError(ValueError):
    pass


def generate():
    while below(4):
        yield odd()


def loop_list():
    x = [1]
    x.append(x)
    return x


def loop_dict():
    x = {}
    x[1] = x
    return x


def callback(*args, **kw):
    if below(6) == 0:
        raise choice((ValueError, KeyError, OSError, StopIteration))
    return odd()


def deep_list():
    x = []
    for i in range(choice((50, 300))):
        x = [x]
    return x


modules = []
for name in NAMES.split():
    try:
        modules.append(__import__(name))
    except ImportError:
        pass

NUMBERS = (
    0, 1, -1, 2, 3, 7, 8, 31, 32, 63, 64, 127, 128, 255, 256, -128, -129, 1000, 65535, 65536,
    2**30 - 1, 2**30, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**32, 2**63 - 1, 2**63, -(2**63),
    10**25, -(10**40), 0.0, -0.0, 0.5, -1.5, 1e10, 1e300, -1e-320, float("inf"), float("-inf"),
    float("nan"), True, False, 1j, complex(float("nan"), -0.0),
)
TEXTS = (
    "", "a", "abc", "A b\tc\n", "0", "12", "-0x1f", "1e5", "nan", "{}", "{0!r:>{1}}", "{:d}", "%s",
    "%d %(x)s", "%", "{", "}", "{a.b[0]}", "\u00e9\u4e2d\U0001f600", "\ud800", "\0", "x" * 300, " ", ",", ".",
    "utf-8", "ascii", "strict", "rb", "w", "r+", "/", "..", "/f", "main.py", "[1, {\"a\": null}]",
    "(a|b)*", "[a-", "\\", "^(.+)+$", "i", "<HHL", "3s", "10000000s", "P", "OO", "B", "f", "q", "__class__",
    "__init__", "__name__", "__dict__", "x = 1", "1 +", "def", "(1, 2)", "exec", "eval", "single",
)
MAKERS = (
    lambda: None, lambda: ..., lambda: NotImplemented, lambda: object(), list, dict, set, tuple, bytearray,
    Plain, Odd, OddList, OddDict, generate, loop_list, loop_dict, deep_list,
    lambda: OddStr(choice(TEXTS)), lambda: OddInt(5), lambda: OddBytes(b"ab"), lambda: OddError(odd()),
    lambda: choice(TEXTS).encode(), lambda: bytearray(choice(TEXTS).encode()),
    lambda: memoryview(bytearray(choice((0, 1, 9)))), lambda: memoryview(b"abc")[1:],
    lambda: [odd() for i in range(below(4))], lambda: tuple(odd() for i in range(below(4))),
    lambda: {small(): odd() for i in range(below(4))}, lambda: {small() for i in range(below(4))},
    lambda: frozenset([1, 2]), lambda: slice(small(), small(), small()), lambda: range(below(9)),
    lambda: range(small_int(), small_int(), choice((1, -1, 3))), lambda: iter([1, 2]), lambda: zip([1], "ab"),
    lambda: map(callback, [1, 2]), lambda: enumerate("ab"), lambda: reversed([1, 2]),
    lambda: filter(callback, [1, 2]), lambda: callback, lambda: generate, lambda: choice(modules),
    lambda: member()[0], lambda: choice(kinds), lambda: super, lambda: type("Made", (Plain,), {}),
    lambda: Plain().__init__, lambda: [].append, lambda: ValueError(1, 2), lambda: OSError(2), lambda: KeyError,
    lambda: property(callback), lambda: staticmethod(callback), lambda: classmethod(callback),
    lambda: [3, 1, 2], lambda: ["b", "a"], lambda: {"a": 1, "b": 2}, lambda: (1, "a", 2.5), lambda: choice(made),
)  # fmt: skip


def small():
    return choice((None, 0, 1, -1, 2, 5, -3, "a", "b", 1.5, True, (1,), b"x"))


def small_int():
    return choice((0, 1, -1, 5, -20, 40, 2**31, -(2**40)))


def odd():
    kind = below(10)
    if kind < 3:
        return choice(NUMBERS)
    if kind < 5:
        return choice(TEXTS)
    return choice(MAKERS)()


def described(value):
    if isinstance(value, (int, float, str, bytes, complex)) and type(value) in PLAIN:
        return repr(value)[:80]
    return "<" + type(value).__name__ + ">"


PLAIN = (int, float, str, bytes, complex, bool)


def members(owner):
    found = []
    for name in dir(owner):
        if name not in AVOIDED:
            try:
                found.append((getattr(owner, name), name))
            except AttributeError:
                pass
    return found


owned = [(module.__name__, members(module)) for module in modules]
kinds = []
for owner, all in owned:
    for value, name in all:
        if isinstance(value, type) and value not in kinds:
            kinds.append(value)
# Objects that lived through earlier calls, to be used again.
made = [1]


def member():
    while True:
        owner, all = choice(owned)
        value, name = choice(all)
        if callable(value):
            return value, owner + "." + name


def method():
    # Of a fresh object, or of a type with anything as self.
    while True:
        if below(4) == 0:
            owner = choice(kinds)
        elif below(4) == 0:
            owner = choice(made)
        else:
            owner = odd()
        names = [name for name in dir(owner) if name not in AVOIDED]
        if names:
            name = choice(names)
            try:
                return getattr(owner, name), described(owner) + "." + name
            except AttributeError:
                pass


OPERATORS = (
    "a + b", "a - b", "a * b", "a / b", "a // b", "a % b", "a ** b", "a @ b", "a << b", "a >> b", "a & b",
    "a | b", "a ^ b", "a < b", "a <= b", "a == b", "a != b", "a > b", "a >= b", "a is b", "a in b",
    "a not in b", "-a", "+a", "~a", "not a", "a[b]", "a[b:c]", "a[b:c:1]", "a[b:]", "a[:c]", "a[b:c:d]", "a(b)",
    "a(*b)", "a(**b)", "a(b, *c, **d)", "a.x", "a.__class__", "a if b else c", "f'{a!r:{b}}'", "f'{a}'", "'%s %r' % (a, b)",
    "a % (b, c)", "[x for x in a]", "{x: b for x in a}", "{x for x in a}", "[*a]", "{**a}", "(a, *b)", "next(iter(a))",
)  # fmt: skip
STATEMENTS = (
    "a[b] = c", "a[b:c] = d", "a[b:c:d] = c", "del a[b]", "del a[b:c]", "a.x = b", "del a.x", "a += b", "a *= b", "a -= b",
    "a |= b", "a **= b", "a <<= b", "x, y = a", "x, *y = a", "*x, y, z = a", "for x in a: break",
    "with a as x: b", "raise a", "raise a from b", "assert a, b", "class X(a): pass", "class X(a, b): x = c",
    "try:\n raise a\nexcept b: pass", "def f(x=a, *, y=b): return x\nf(y=c)",
    "def g():\n x = yield from a\ng().send(None)", "global z\nz = a\nz += b", "import sys as s\ns.x = a",
    "def g():\n yield a\nx = g()\nnext(x)\nx.throw(b)", "a[b] += c", "a.x -= b", "lambda: a\nprint(a)",
)  # fmt: skip


def operate():
    names = {"a": odd(), "b": odd(), "c": odd(), "d": odd()}
    text = choice(STATEMENTS) if below(3) == 0 else choice(OPERATORS)
    write(text.replace("\n", "|") + " # " + ", ".join(n + "=" + described(names[n]) for n in "abcd") + "\n")
    if text in OPERATORS:
        return eval(text, names)
    exec(text, names)


def call():
    function, name = member() if below(2) else method()
    args = [odd() for i in range(choice((0, 1, 1, 1, 2, 2, 3, 4)))]
    kw = {}
    if below(8) == 0:
        kw[choice(("key", "reverse", "sep", "end", "default", "file", "x", "a", "signed"))] = odd()
    text = [described(value) for value in args]
    for key in kw:
        text.append(key + "=" + described(kw[key]))
    write(name + "(" + ", ".join(text) + ")\n")
    return function(*args, **kw)


def use(result):
    made.append(result)
    if len(made) > 20:
        made.pop(0)
    kind = below(6)
    if kind == 0:
        write("  repr " + repr(result)[:40] + "\n")
    elif kind == 1:
        write("  str " + str(result)[:40] + "\n")
    elif kind == 2:
        for i, item in enumerate(result):
            if i > 5:
                break
    elif kind == 3:
        hash(result)
    elif kind == 4:
        bool(result)


def look(e):
    kind = below(4)
    if kind == 0:
        sys.print_exception(e)
    elif kind == 1:
        repr(e)
    elif kind == 2:
        made.append(e)


for turn in range(300):
    seed(SEED + turn * 7919)
    try:
        try:
            use(operate() if below(3) == 0 else call())
        except BaseException as e:
            look(e)
    except BaseException:
        pass
write("end\n")
