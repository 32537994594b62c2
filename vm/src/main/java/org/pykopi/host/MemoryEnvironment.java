package org.pykopi.host;

import java.util.HashMap;
import java.util.Map;

/** Environment variables that live as long as this object. */
public final class MemoryEnvironment implements Environment {
  private final Map<String, String> values = new HashMap<>();

  @Override
  public String get(String name) {
    return values.get(name);
  }

  @Override
  public void set(String name, String value) {
    if (value == null) {
      values.remove(name);
    } else {
      values.put(name, value);
    }
  }
}
