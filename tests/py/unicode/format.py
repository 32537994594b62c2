# oracle: cpython-only
# Width and precision count code points.
print('%5s|%-5s|%.2s|' % ('é€', 'é€', '𝄞é€'))
print('{:>4}|{:<4}|{:^5}|{:ä^5}|'.format('é', 'é', '日', 'x'))
print(f'{"é":>3}|', '%c%c' % ('é', 0x20ac))
