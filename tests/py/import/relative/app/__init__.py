title = 'app'
