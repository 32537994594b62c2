print('lazy loads')
value = 3
