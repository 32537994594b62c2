# oracle: cpython
# else of a loop runs when no break left it.
def search(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            print('found at', i)
            break
    else:
        print('not found')


search('hello', 'l')
search('hello', 'z')
search('', 'a')
n = 3
while n:
    n -= 1
    if n == 5:
        break
else:
    print('loop ended', n)
