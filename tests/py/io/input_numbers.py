# oracle: cpython
# input() reads lines of standard input.
name = input('Name? ')
age = int(input('Age? '))
print('Hello', name + ',', 'next year you are', age + 1)
total = 0
while True:
    try:
        line = input()
    except EOFError:
        break
    total += sum(int(x) for x in line.split())
print('total', total)
