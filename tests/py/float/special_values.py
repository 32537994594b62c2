# oracle: cpython
# Infinity, NaN and negative zero.
inf = float('inf')
nan = float('nan')
print(inf, -inf, nan, -0.0, 0.0 == -0.0)
print(inf > 1e308, -inf < 0, nan == nan, nan != nan, nan < 1, inf == inf)
print(inf + 1, inf - inf, inf * 0, 1 / inf, -1 / inf)
print(float('Infinity'), float('-INF'), float('NaN'), min(inf, 5), max(-inf, 5))
print(abs(-inf), abs(-0.0), -inf == -inf)
