"""An address book that lives in a JSON file.

The book is read, changed, written, and read again to
see that nothing got lost.
"""
import json


def load(name):
    try:
        with open(name) as f:
            return json.load(f)
    except OSError:
        return {}


def save(name, book):
    with open(name, 'w') as f:
        json.dump(book, f)


def show(book):
    for person in sorted(book):
        entry = book[person]
        phone = entry['phone'] or '-'
        pets = ', '.join(entry['pets']) or 'none'
        print('  {:<6} {:>3}  {:<14} pets: {}'.format(
            person, entry['age'], phone, pets))


book = load('contacts.json')
print('The book as it was:')
show(book)

book['Zoe'] = {'age': 13, 'phone': None,
               'pets': ['Rex', 'Tiny "the Great"']}
book['Max']['age'] += 1
book['Mia']['pets'].append('Nemo')
del book['Old Joe']
save('contacts.json', book)

again = load('contacts.json')
print('The book after the changes:')
show(again)
print('Same after the round trip:', again == book)
ages = [person['age'] for person in again.values()]
print('Total age:', sum(ages))
