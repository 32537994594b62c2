# oracle: reference
# More than JSON is taken: commas and colons are space, brackets need not match.
import json

for text in ("[1 2]", "[,1,,]", '{"a" 1}', "[}", '{"a":}', "{1: 2}", "1 2", "[1]]", "tru", '"x', "[1,", "-", "1-2", "1e"):
    try:
        print(text, json.loads(text))
    except ValueError as e:
        print(text, repr(e))
print(json.loads(b"[1]"), json.loads(bytearray(b'"x"')))
try:
    json.loads(5)
except TypeError as e:
    print(repr(e))
