def use():
    return 'bang'
