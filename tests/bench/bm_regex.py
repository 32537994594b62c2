# Regular expressions: search, groups, sub.
import re

bm_params = {'device': ((4,), 202), 'full': ((4000,), 202000)}

LINES = [
    '192.168.0.7 - GET /index.html 200 5123',
    '10.0.0.42 - POST /api/v1/items?id=77 404 0',
    'kopi@example.org wrote: hello there, world',
    'no match is in this line, however long it may be',
]


def work(n):
    request = re.compile(r'^(\d+)\.(\d+)\.(\d+)\.(\d+) - (GET|POST) ([^ ]+) (\d+)')
    mail = re.compile(r'([a-z]+)@([a-z]+)\.org')
    word = re.compile(r'[aeiou]+[^aeiou ]*')
    total = 0
    for i in range(n):
        line = LINES[i % 4]
        found = request.match(line)
        if found:
            total += int(found.group(4)) + len(found.group(6))
        found = mail.search(line)
        if found:
            total += len(found.group(2))
        total += len(word.sub('_', line))
    return total


def bm_setup(arguments):
    out = []

    def run():
        out.append(work(*arguments))

    return run, lambda: out[-1]
