# oracle: cpython
# The bits of big ints of either sign and any length, against sums and products.
MASK = (1 << 300) - 1
seed = 1


def word():
    global seed
    seed = (seed * 69069 + 12345) & 0xFFFFFFFF
    return seed


def number():
    n = word()
    for _ in range(word() >> 13 & 7):
        n = n << 32 | word()
    n = n >> (word() >> 9 & 31) << (word() >> 11 & 127)
    return -n if word() & 0x4000 else n


wrong = {}


def check(name, got, want):
    if got != want:
        wrong[name] = wrong.get(name, 0) + 1


for _ in range(100):
    a, b = number(), number()
    low_a, low_b = a % (MASK + 1), b % (MASK + 1)
    check("and", (a & b) % (MASK + 1), low_a & low_b)
    check("or", (a | b) % (MASK + 1), low_a | low_b)
    check("xor", (a ^ b) % (MASK + 1), low_a ^ low_b)
    check("not", ~a, -a - 1)
    check("shift", a >> 7, a // 128)
    check("add", a + b - b, a)
    if b:
        check("divmod", a // b * b + a % b, a)
        check("multiply", a * b // b, a)
    check("text", int(str(a)), a)
    check("hex", int(hex(a), 16), a)
print(wrong)
