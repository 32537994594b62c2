# oracle: cpython
# sys.modules and sys.path.
import sys
import counted
print('counted' in sys.modules, sys.modules['counted'] is counted, counted.n)
del sys.modules['counted']
import counted as fresh
print(fresh is counted, isinstance(sys.path, list))
sys.path.append('lib')
import deep
print(deep.place)
