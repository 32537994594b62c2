"""The Lost Coffee: a tiny text adventure.

Type words like "look", "north", "take lamp", "use lamp", "inventory", "quit".
Add your own rooms to ROOMS: each has a text, exits and things lying around.
"""

ROOMS = {
    'kitchen': ('You are in a kitchen. It smells of nothing, and that is the problem.',
                {'north': 'garden', 'down': 'cellar'}, ['lamp']),
    'garden': ('You are in a garden. A cat looks at you as if you owed it money.',
               {'south': 'kitchen'}, ['fish']),
    'cellar': ('You are in a dark cellar. Somebody is breathing. It is you.',
               {'up': 'kitchen'}, []),
}

room = 'kitchen'
bag = []
lit = False

print('*** The Lost Coffee ***')
while True:
    text, exits, things = ROOMS[room]
    if room == 'cellar' and lit:
        text = 'The lamp shines on a treasure: a sack of coffee beans!'
    print()
    print(text)
    print('Ways out:', ', '.join(sorted(exits)))
    if things:
        print('You see:', ', '.join(things))

    words = input('> ').lower().split()
    if not words:
        continue
    verb, thing = words[0], words[-1]
    if verb == 'quit':
        print('No coffee today.')
        break
    elif verb in exits:
        room = exits[verb]
    elif verb == 'take' and thing in things:
        things.remove(thing)
        bag.append(thing)
        print('You take the ' + thing + '.')
    elif verb == 'take' and thing in ('beans', 'coffee') and room == 'cellar' and lit:
        print('You brew the best coffee of your life. YOU WIN!')
        break
    elif verb == 'use' and thing == 'lamp' and thing in bag:
        lit = not lit
        print('Click.', 'Light!' if lit else 'Dark again.')
    elif verb == 'use' and thing == 'fish' and thing in bag and room == 'garden':
        bag.remove('fish')
        print('The cat eats the fish and whispers: "Look in the cellar."')
    elif verb in ('inventory', 'i'):
        print('You carry:', ', '.join(bag) or 'nothing')
    elif verb == 'look':
        print('You look again. Still the same.')
    else:
        print('That does not work here.')
