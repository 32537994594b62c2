# oracle: cpython
# sys.stdout and print(file=).
import sys
sys.stdout.write('written\n')
print('to stdout', file=sys.stdout)
print(sys.stdout.write('') , 'x')
