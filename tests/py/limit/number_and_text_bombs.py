# oracle: hand
# Values too large for the memory are refused at once, and the program goes on.
def refused(action):
    try:
        action()
        print('made')
    except MemoryError:
        print('MemoryError')
    except OverflowError:
        print('OverflowError')


big = 10**12
refused(lambda: 'x' * big)
refused(lambda: b'xy' * big)
refused(lambda: bytearray(big))
refused(lambda: bytes(big))
refused(lambda: 1 << 10**10)
refused(lambda: 10**big)
refused(lambda: 1 << (1 << 70))
refused(lambda: '%2000000000d' % 1)
refused(lambda: '{:>2000000000}'.format('a'))
refused(lambda: 'a'.center(2000000000))
refused(lambda: ('a' * 20000).replace('', 'b' * 20000))
refused(lambda: ('a' * 20000).join('b' * 20000))
print(0 << 10**10, 1 >> 10**10, -1 >> 10**10, 'x' * -big, b'' * big)
