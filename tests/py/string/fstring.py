# oracle: cpython
# f-strings: expressions, formats, conversions, nesting.
name = 'Kopi'
n = 42
items = ['a', 'b']
print(f'{name} {n}', f'{n + 1}', f'{n:5d}|{n:<5}|{n:x}', f'{name!r}', f'{{literal}}')
print(f'{items[0]} {len(items)} {", ".join(items)}', f'{n if n > 3 else 0}')
print(f'{n=}', f'{n + 1=}', f'{n=:4d}')
print(f'{name:>{10}}', f'{3.14159:.{2}f}', f'{"in" + "ner"}', f"{'q'}")
print(f'''multi
{n}
line''', rf'\n{n}', f'a' 'b' f'{n}', f'')
print(f'{[i for i in range(3)]}')
