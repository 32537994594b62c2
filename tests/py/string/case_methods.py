# oracle: cpython
# upper, lower and the is... family.
print('Hello World'.upper(), 'Hello World'.lower())
for s in ('abc', 'ABC', 'Abc', '123', 'a1', ' ', '', '\t\n', 'a b'):
    print(repr(s), s.isalpha(), s.isdigit(), s.isspace(), s.isupper(), s.islower())
