# oracle: cpython
# Text files: write, read, append, lines.
with open('t.txt', 'w') as f:
    print(f.write('one\ntwo\n'), f.write('drei\n'))
with open('t.txt') as f:
    print(repr(f.read()))
with open('t.txt', 'a') as f:
    f.write('four')
with open('t.txt') as f:
    print(f.readline(), end='')
    print(f.readlines())
    print(repr(f.read()), repr(f.readline()))
with open('t.txt') as f:
    for line in f:
        print(len(line), line.strip())
with open('t.txt') as f:
    print(f.read(3), f.read(2) == '\nt')
