# oracle: cpython
# A small state machine with dictionaries of functions.
def locked(event):
    return 'unlocked' if event == 'coin' else 'locked'


def unlocked(event):
    return 'locked' if event == 'push' else 'unlocked'


states = {'locked': locked, 'unlocked': unlocked}
state = 'locked'
for event in ['push', 'coin', 'coin', 'push', 'push']:
    state = states[state](event)
    print(event, '->', state)
