package org.pykopi.web.proxy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.object.PyObject;

/**
 * The Python objects that JavaScript holds. An object has one handle as long as JavaScript holds
 * it, so that the same object gives the same proxy.
 */
final class PyHandles {
  private final List<PyObject> objects = new ArrayList<>();
  private final Map<Integer, Integer> handles = new HashMap<>();
  private final List<Integer> free = new ArrayList<>();

  int handleOf(PyObject object) {
    Integer known = handles.get(System.identityHashCode(object));
    if (known != null && objects.get(known) == object) {
      return known;
    }
    int handle;
    if (free.isEmpty()) {
      handle = objects.size();
      objects.add(object);
    } else {
      handle = free.remove(free.size() - 1);
      objects.set(handle, object);
    }
    handles.put(System.identityHashCode(object), handle);
    return handle;
  }

  PyObject get(int handle) {
    return objects.get(handle);
  }

  /** JavaScript has no proxy of this object any more. */
  void release(int handle) {
    PyObject object = objects.get(handle);
    if (object != null) {
      handles.remove(System.identityHashCode(object));
      objects.set(handle, null);
      free.add(handle);
    }
  }
}
