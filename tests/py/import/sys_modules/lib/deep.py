place = 'in lib'
