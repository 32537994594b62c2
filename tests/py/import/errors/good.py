value = 'good'
