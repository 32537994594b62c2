# oracle: reference
# Format f of a large number has an exponent, because boards have little room.
for x in (float("8.888e32"), -1e50, float("1e300")):
    print("%.2f" % x, "%.0f" % x, "{:.1f}".format(x))
print("%.2f" % 8.888e21, "%f" % 1e22, "%f" % 1e30, "%F" % 1e40)
print("%20.3f|" % 1e40, "{:<20f}|".format(1e40), f"{1e40:.4f}")
