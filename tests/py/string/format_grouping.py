# oracle: cpython-only
# Separators between groups of digits, also among the zeros that fill up the width.
for x in (0, 7, 999, 1000, 1234567, -1234567, 10**20):
    print('{:,}|{:_}|{:_x}|{:_b}|{:_o}'.format(x, x, x, x, x))
for width in range(4, 14):
    print('{:0{w},}|{:0{w}_x}|{:{w},}|{:<{w},}|'.format(1234, 48879, 1234, 1234, w=width))
print('{:+,}|{: ,}|{:*>12,}|{:*=12,}'.format(1234, 1234, 1234, -1234))
