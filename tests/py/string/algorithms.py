# oracle: cpython
# Small text programs.
def is_palindrome(text):
    letters = [c for c in text.lower() if c.isalpha()]
    return letters == list(reversed(letters))


def caesar(text, n):
    out = []
    for c in text:
        if c.isalpha():
            base = ord('a') if c.islower() else ord('A')
            c = chr((ord(c) - base + n) % 26 + base)
        out.append(c)
    return ''.join(out)


def run_length(text):
    out, i = '', 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out += text[i] + (str(j - i) if j - i > 1 else '')
        i = j
    return out


print(is_palindrome('A man, a plan, a canal: Panama'), is_palindrome('not one'))
print(caesar('Hello, World!', 3), caesar(caesar('Hello', 5), -5))
print(run_length('aaabccdddd'))
