# In the manner of Dhrystone: records, global variables, small functions, comparisons of strings.
bm_params = {'device': ((50,), -3200), 'full': ((16000,), -1024000)}

TEXT_1 = 'A PROGRAM, FIRST STRING'
TEXT_2 = 'A PROGRAM, OTHER STRING'
counter = 0
is_found = False
letter = 'A'
numbers = [0] * 50
table = [[0] * 50 for _ in range(50)]


class Record:
    def __init__(self):
        self.following = None
        self.kind = 0
        self.choice = 0
        self.number = 0
        self.text = ''

    def copy(self):
        other = Record()
        other.following = self.following
        other.kind = self.kind
        other.choice = self.choice
        other.number = self.number
        other.text = self.text
        return other


def choose(value, other):
    if value == 2 and counter > 100:
        return 0
    return other if value == 1 else value


def add_seven(a, b):
    return a + b + 7


def fill(places, rows, at, value):
    global counter
    index = at + 5
    places[index] = value
    places[index + 1] = places[index]
    places[index + 20] = index
    for i in range(index, index + 2):
        rows[index][i] = index
    rows[index][index - 1] += 1
    rows[index + 20][index] = places[index]
    counter = 5


def compare(a, b):
    global letter
    if a == b:
        letter = 'A'
        return False
    i = 2
    while i <= 2:
        if a[i] == b[i + 1]:
            i += 1
        else:
            i += 2
    return a > b or letter == 'B'


def advance(record):
    following = record.following.copy()
    record.number = 5
    following.number = record.number
    following.following = record.following
    if following.kind == 0:
        following.number = 6
        following.choice = choose(record.choice, 1)
        following.number = add_seven(following.number, 10)
    return following


def work(n):
    global counter, is_found, letter
    counter = 0
    head = Record()
    head.following = Record()
    head.choice = 2
    head.number = 40
    head.text = TEXT_1
    total = 0
    for i in range(n):
        letter = 'B'
        is_found = letter == 'A' or is_found
        a = 2
        b = 3
        is_found = not compare(TEXT_1, TEXT_2)
        while a < b:
            c = 5 * a - b
            c = add_seven(a, b) + c
            a += 1
        fill(numbers, table, a, c)
        head.following.following = advance(head).following
        for character in 'ABC':
            if choose(a, 3) == ord(character) - 64:
                total += 1
        b = b * a
        a = b // c
        b = 7 * (b - c) - a
        total += a + b + counter
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
