# oracle: cpython
# json.loads of every kind of text.
import json
for t in ('1', '-2.5', '1e3', '"a\\n\\u00e9\\"\\\\"', 'true', 'false', 'null', '[]', '[1, [2, {}]]', ' { "a" : [ ] } ', '"\\/"',
          '{"a": {"b": "c"}}', '0', '"é"', '123456789012345678901'):
    print(json.loads(t))
for t in ('', '[1,', '{a: 1}', 'nope', '"open', ']'):
    try:
        print(repr(t), json.loads(t))
    except ValueError:
        print(repr(t), 'ValueError')
