# Strings: building by +=, slices, characters, methods.
bm_params = {'device': ((20,), 802), 'full': ((2500,), 111102)}


def reverse(text):
    result = ''
    for c in text:
        result = c + result
    return result


def rotate(text):
    letters = []
    for c in text:
        code = ord(c)
        if 97 <= code <= 122:
            c = chr((code - 97 + 13) % 26 + 97)
        letters.append(c)
    return ''.join(letters)


def is_palindrome(text):
    i = 0
    j = len(text) - 1
    while i < j:
        if text[i] != text[j]:
            return False
        i += 1
        j -= 1
    return True


def work(n):
    total = 0
    for i in range(n):
        name = 'item ' + str(i) + ' of the list'
        back = reverse(name)
        if is_palindrome(name + back):
            total += 1
        secret = rotate(name)
        total += len(secret.upper().strip('MN')) + secret.find('yvfg')
        if name.startswith('item 1') and name.endswith('list'):
            total += name.count('i') + name[5:8].isdigit()
        total += len(name.replace(' ', '--').split('--'))
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
