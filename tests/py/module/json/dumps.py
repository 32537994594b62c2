# oracle: cpython
# json.dumps of every kind of value.
import json
for x in (1, -1.5, 'text', 'q"uote \\ \n\t', True, False, None, [1, [2]], [], {}, {'a': {'b': [1]}}, (1, 2), 1e20, 12345678901234567890):
    print(json.dumps(x))
print(json.dumps({'a': 1, 'b': [1, 2]}, separators=(',', ':')))
print(json.loads(json.dumps({'k': ['e', None, {'n': -1.25e-3}]})))
