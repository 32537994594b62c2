# A block cipher in the manner of AES: tables, shifts and exclusive or of bytes.
bm_params = {'device': ((2,), [79, 99, 140, 115]), 'full': ((600,), [23, 86, 231, 15])}


def double(x):
    x <<= 1
    return x ^ 0x11B if x & 0x100 else x


def product(x, y):
    result = 0
    while y:
        if y & 1:
            result ^= x
        x = double(x)
        y >>= 1
    return result


def make_box():
    box = []
    for i in range(256):
        inverse = 1
        base = i
        power = 254
        while power:
            if power & 1:
                inverse = product(inverse, base)
            base = product(base, base)
            power >>= 1
        inverse &= 0xFF if i else 0
        bits = inverse
        for k in range(1, 5):
            bits ^= inverse << k | inverse >> 8 - k
        box.append(bits & 0xFF ^ 0x63)
    return box


BOX = make_box()
DOUBLE = [double(i) & 0xFF for i in range(256)]


def expand(key):
    words = [list(key[i : i + 4]) for i in range(0, 16, 4)]
    constant = 1
    for i in range(4, 44):
        word = words[i - 1]
        if i % 4 == 0:
            word = [BOX[x] for x in word[1:] + word[:1]]
            word[0] ^= constant
            constant = DOUBLE[constant]
        words.append([a ^ b for a, b in zip(words[i - 4], word)])
    return [words[i] + words[i + 1] + words[i + 2] + words[i + 3] for i in range(0, 44, 4)]


def encrypt(block, keys):
    state = [a ^ b for a, b in zip(block, keys[0])]
    for turn in range(1, 11):
        moved = [BOX[state[(i * 5) & 15]] for i in range(16)]
        if turn < 10:
            for i in range(0, 16, 4):
                a, b, c, d = moved[i], moved[i + 1], moved[i + 2], moved[i + 3]
                every = a ^ b ^ c ^ d
                moved[i] = a ^ every ^ DOUBLE[a ^ b]
                moved[i + 1] = b ^ every ^ DOUBLE[b ^ c]
                moved[i + 2] = c ^ every ^ DOUBLE[c ^ d]
                moved[i + 3] = d ^ every ^ DOUBLE[d ^ a]
        key = keys[turn]
        state = [moved[i] ^ key[i] for i in range(16)]
    return bytes(state)


def work(n):
    keys = expand(bytes(range(16)))
    block = bytes([i * 17 for i in range(16)])
    for _ in range(n):
        block = encrypt(block, keys)
    return list(block[:4])


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
