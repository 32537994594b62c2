package org.pykopi.module;

import java.util.HashMap;
import java.util.Map;

/**
 * The part of the library that is written in Python and comes inside the program: source texts by
 * path.
 */
public final class FrozenLibrary {
  private static final Map<String, String> SOURCES = new HashMap<>();

  static {
    SOURCES.put("asyncio/__init__.py", AsyncioSources.INIT);
    SOURCES.put("asyncio/core.py", AsyncioSources.CORE);
    SOURCES.put("asyncio/event.py", AsyncioSources.EVENT);
    SOURCES.put("asyncio/funcs.py", AsyncioSources.FUNCS);
    SOURCES.put("asyncio/lock.py", AsyncioSources.LOCK);
    SOURCES.put("asyncio/stream.py", AsyncioSources.STREAM);
    SOURCES.put("uasyncio.py", AsyncioSources.UASYNCIO);
    SOURCES.put("gzip.py", CompressionSources.GZIP);
    SOURCES.put("neopixel.py", BoardSources.NEOPIXEL);
    SOURCES.put("ssl.py", SslSource.SSL);
    SOURCES.put("target_wiring.py", BoardSources.TARGET_WIRING);
    SOURCES.put("zlib.py", CompressionSources.ZLIB);
  }

  private FrozenLibrary() {}

  /** Adds a file, for an embedder with Python of its own; the same for all runtimes. */
  public static void add(String path, String source) {
    SOURCES.put(path, source);
  }

  /** The text of a file such as {@code asyncio/core.py}, or null. */
  public static String source(String path) {
    return SOURCES.get(path);
  }
}
