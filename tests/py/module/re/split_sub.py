# oracle: cpython
# split and sub, with texts and functions.
import re
print(re.compile('[,;]').split('a,b;c,,d'), re.compile(r'\s+').split('a  b c', 1), re.compile('x').split('abc'))
print(re.sub('a', 'b', 'banana'), re.sub(r'(\w+) (\w+)', r'\2 \1', 'hello world'))
print(re.sub(r'\d+', lambda m: str(int(m.group(0)) * 2), 'a1b22c333'))
print(re.compile('-').sub('+', '1-2-3'), re.sub('x', 'y', 'none'))
