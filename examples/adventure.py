"""The Lost Coffee: a tiny text adventure.

Type words like "look", "north", "take lamp",
"use lamp", "inventory", "quit".
Add your own rooms to ROOMS: each has a text, exits
and things lying around.
"""

ROOMS = {
    'kitchen': (
        'A kitchen. It smells of nothing: that is the problem.',
        {'north': 'garden', 'down': 'cellar'}, ['lamp']),
    'garden': (
        'A garden. A cat looks at you as if you owed it money.',
        {'south': 'kitchen'}, ['fish']),
    'cellar': (
        'A dark cellar. Somebody is breathing. It is you.',
        {'up': 'kitchen'}, []),
}

room = 'kitchen'
bag = []
lit = False

print('*** The Lost Coffee ***')
while True:
    text, exits, things = ROOMS[room]
    if room == 'cellar' and lit:
        text = 'The lamp shines on a sack of coffee beans!'
    print()
    print(text)
    print('Ways out:', ', '.join(sorted(exits)))
    if things:
        print('You see:', ', '.join(things))

    words = input('> ').lower().split()
    if not words:
        continue
    verb, thing = words[0], words[-1]
    action = verb + ' ' + thing
    has_it = thing in bag
    if verb == 'quit':
        print('No coffee today.')
        break
    elif verb in exits:
        room = exits[verb]
    elif verb == 'take' and thing in things:
        things.remove(thing)
        bag.append(thing)
        print('You take the ' + thing + '.')
    elif action == 'take beans' and room == 'cellar' and lit:
        print('You brew the best coffee of your life.')
        print('YOU WIN!')
        break
    elif action == 'use lamp' and has_it:
        lit = not lit
        print('Click.', 'Light!' if lit else 'Dark again.')
    elif action == 'use fish' and has_it and room == 'garden':
        bag.remove('fish')
        print('The cat eats the fish and whispers:')
        print('"Look in the cellar."')
    elif verb in ('inventory', 'i'):
        print('You carry:', ', '.join(bag) or 'nothing')
    elif verb == 'look':
        print('You look again. Still the same.')
    else:
        print('That does not work here.')
