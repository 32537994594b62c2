# oracle: hand
# Figures add up, settings can be read back.
import gc

print(type(gc.collect()), gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled())
print(gc.mem_free() > 0, gc.mem_alloc() > 0, gc.threshold(), gc.threshold(320), gc.threshold(), gc.threshold(-1), gc.threshold())
