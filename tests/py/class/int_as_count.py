# oracle: reference
# An object with __int__ is a count: how often to repeat, where to begin.


class Two:
    def __int__(self):
        return 2


two = Two()
print([1] * two, "a" * two, (1,) * two, b"a" * two, [1, 2, 3][two])
print("abcabc".find("c", two), "abcabc".rfind("a", two), b"abcabc".find(b"b", two))
x = [0]
x *= two
s = "s"
s *= two
print(x, s)
for text in ("[1] * object()", "'a' * 1.5", "'a'.find('a', 1.5)"):
    try:
        print(eval(text))
    except TypeError as e:
        print(text)
