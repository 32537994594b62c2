__all__ = ['listed']
listed = 'yes'
not_listed = 'no'
