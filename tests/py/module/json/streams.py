# oracle: cpython
# json.dump and json.load with streams.
import json
import io
s = io.StringIO()
json.dump({'list': [1, 2.5, 'x']}, s)
print(s.getvalue())
print(json.load(io.StringIO('{"k": [true]}')))
with open('data.json', 'w') as f:
    json.dump([1, {'two': 3}], f)
with open('data.json') as f:
    print(json.load(f))
print(json.loads(b'[1]'))
