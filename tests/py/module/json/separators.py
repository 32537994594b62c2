# oracle: cpython
# Separators between items and after keys.
import io
import json

data = [1, {"a": [None, "x"]}, []]
print(json.dumps(data), json.dumps(data, separators=(",", ":")), json.dumps(data, separators=None))
print(json.dumps(data, separators=["; ", " = "]))
s = io.StringIO()
json.dump(data, s, separators=(",", ":"))
print(s.getvalue())
