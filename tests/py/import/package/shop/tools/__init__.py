kind = 'tools'
