# oracle: reference
# The collector's controls answer sensibly.
import gc
gc.collect()
print(gc.isenabled(), gc.mem_free() > 0, gc.mem_alloc() > 0)
gc.disable()
print(gc.isenabled())
gc.enable()
print(gc.isenabled(), isinstance(gc.threshold(), int))
