# oracle: cpython
# Long lines: brackets, backslash, semicolons, comments inside.
total = (1 +  # one
         2 +

         3)
text = 'a' \
    'b' \
    'c'
items = [
    1,
    2,  # trailing comma
]
x = 1; y = 2; print(x, y)
if total == 6 and \
        text == 'abc':
    print(total, text, items)
print(
    'last'
)
