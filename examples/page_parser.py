"""Reads a web page and picks out its price list.

The page is a local file, so this works without a
network. A page is only text with tags; a small state
machine and a few regular expressions are enough to
take it apart.
"""
import re

TAG = re.compile(r'<(/?)(\w+)([^>]*)>')
LINK = re.compile(r'href="([^"]*)"')
ENTITIES = {'&amp;': '&', '&lt;': '<', '&gt;': '>',
            '&quot;': '"'}


def pieces(html):
    """The page as a row of texts and tags.

    ('text', ...) or ('tag', name, is_end, attributes)
    """
    while html:
        at = html.find('<')
        if at < 0:
            at = len(html)
        if at > 0:
            yield 'text', html[:at]
            html = html[at:]
            continue
        match = TAG.match(html)
        if match:
            name, rest = match.group(2), match.group(3)
            yield 'tag', name, match.group(1) == '/', rest
            html = html[len(match.group(0)):]
        else:
            html = html[html.find('>') + 1:]


def clean(text):
    for entity, char in ENTITIES.items():
        text = text.replace(entity, char)
    return ' '.join(text.split())


title, links, rows = '', [], []
cell = inside = None
with open('shop.html') as f:
    for piece in pieces(f.read()):
        if piece[0] == 'text':
            if cell is not None:
                cell += piece[1]
            elif inside == 'title':
                title += piece[1]
            continue
        _, name, is_end, attributes = piece
        if name == 'title':
            inside = None if is_end else 'title'
        elif name == 'a' and not is_end:
            links.append(LINK.search(attributes).group(1))
        elif name == 'tr' and not is_end:
            rows.append([])
        elif name in ('td', 'th'):
            if is_end:
                rows[-1].append(clean(cell))
            cell = None if is_end else ''

print(clean(title))
for row in rows:
    print('{:<16} | {:<8} | {}'.format(*row))
parts = [(float(price), part) for part, price, _ in rows[1:]]
print('All together: %.2f' % sum(price for price, _ in parts))
print('Cheapest:', min(parts)[1])
print('Links:', ', '.join(links))
