print('shop opens')
name = 'the shop'
