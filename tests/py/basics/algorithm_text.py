# oracle: cpython
# Text puzzles: roman numbers, run lengths, Caesar, words, palindromes.
def roman(n):
    out = ''
    for value, sign in ((1000, 'M'), (900, 'CM'), (500, 'D'), (400, 'CD'), (100, 'C'), (90, 'XC'),
                        (50, 'L'), (40, 'XL'), (10, 'X'), (9, 'IX'), (5, 'V'), (4, 'IV'), (1, 'I')):
        while n >= value:
            out += sign
            n -= value
    return out


def run_lengths(text):
    out, i = [], 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append((text[i], j - i))
        i = j
    return ''.join(c + (str(n) if n > 1 else '') for c, n in out)


def caesar(text, n):
    def move(c):
        base = ord('a') if c.islower() else ord('A')
        return chr((ord(c) - base + n) % 26 + base) if c.isalpha() else c

    return ''.join(map(move, text))


def look_and_say(s):
    out, last, n = '', s[0], 0
    for c in s + '.':
        if c == last:
            n += 1
        else:
            out, last, n = out + str(n) + last, c, 1
    return out


print([roman(n) for n in (1, 4, 9, 14, 40, 1994, 2026)], run_lengths('aaabccddddd'))
print(caesar('Hello, World!', 3), caesar(caesar('xyz', 5), -5))
s, seen = '1', []
for _ in range(7):
    seen.append(s)
    s = look_and_say(s)
print(seen)
words = 'the rain in spain stays mainly in the plain'.split()
count = {}
for word in words:
    count[word] = count.get(word, 0) + 1
print(sorted(count.items(), key=lambda kv: (-kv[1], kv[0]))[:4])
print([w for w in ('level', 'noon', 'python') if all(w[i] == w[-1 - i] for i in range(len(w) // 2))])
