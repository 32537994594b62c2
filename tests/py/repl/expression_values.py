# oracle: hand
# At the top level of a program, values are not printed.
1 + 1
'text'
None
print('only this')
