# oracle: cpython
# os: folders, rename, remove, stat.
import os
os.mkdir('box')
with open('box/a.txt', 'w') as f:
    f.write('12345')
print(os.listdir('box'), os.stat('box/a.txt')[6])
os.rename('box/a.txt', 'box/b.txt')
print(os.listdir('box'))
os.chdir('box')
print(os.listdir('.'), os.getcwd().endswith('box'))
os.chdir('..')
try:
    os.rmdir('box')
except OSError:
    print('not empty')
os.remove('box/b.txt')
os.rmdir('box')
print('box' in os.listdir())
for f in (lambda: os.remove('box'), lambda: os.stat('box'), lambda: os.listdir('box')):
    try:
        f()
    except OSError:
        print('OSError')
