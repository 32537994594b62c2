def use():
    return 'zzz'
