package org.pykopi.runtime;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.module.ArrayModule;
import org.pykopi.module.AsyncioModule;
import org.pykopi.module.BinasciiModule;
import org.pykopi.module.BtreeModule;
import org.pykopi.module.BuiltinsModule;
import org.pykopi.module.CmathModule;
import org.pykopi.module.CollectionsModule;
import org.pykopi.module.CryptolibModule;
import org.pykopi.module.DeflateModule;
import org.pykopi.module.ErrnoModule;
import org.pykopi.module.FramebufModule;
import org.pykopi.module.GcModule;
import org.pykopi.module.HashlibModule;
import org.pykopi.module.HeapqModule;
import org.pykopi.module.IoModule;
import org.pykopi.module.JsonModule;
import org.pykopi.module.MachineModule;
import org.pykopi.module.MarshalModule;
import org.pykopi.module.MathModule;
import org.pykopi.module.MicropythonModule;
import org.pykopi.module.OsModule;
import org.pykopi.module.PlatformModule;
import org.pykopi.module.RandomModule;
import org.pykopi.module.ReModule;
import org.pykopi.module.SelectModule;
import org.pykopi.module.SocketModule;
import org.pykopi.module.StructModule;
import org.pykopi.module.SysModule;
import org.pykopi.module.ThreadModule;
import org.pykopi.module.TimeModule;
import org.pykopi.module.TimeQueueModule;
import org.pykopi.module.TlsModule;
import org.pykopi.module.UctypesModule;
import org.pykopi.module.UzlibModule;
import org.pykopi.module.VfsModule;
import org.pykopi.module.WeakrefModule;
import org.pykopi.module.WebsocketModule;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyStr;
import org.pykopi.util.Profile;

/**
 * The built-in modules by name, each made at its first import. A fixed module cannot be shadowed by
 * a file; an extensible one can, and is then reached by its name with a u in front.
 *
 * <p>In Pycopy such a module has only the name with the u; the plain name is that of a package to
 * be installed. Its development variant here gives the module itself to those who have not
 * installed it.
 */
final class StandardModules {
  private interface Creator {
    PyModule create(PyContext ctx);
  }

  private final Map<String, Creator> fixed = new HashMap<>();
  private final Map<String, Creator> extensible = new HashMap<>();
  private final Map<String, PyModule> loaded = new HashMap<>();

  /** All names, in the order of this table. */
  final List<String> names = new ArrayList<>();

  private final boolean isPycopy;
  private final boolean isDev;

  StandardModules(Profile profile) {
    isPycopy = profile.isPycopy();
    isDev = profile.isDev();
    if (isPycopy) {
      fixed("pycopy", ctx -> load(ctx, "micropython", MicropythonModule::create));
      fixed("ussl", ctx -> named("ussl", TlsModule.create(ctx)));
      fixed("utimeq", TimeQueueModule::create);
      fixed("uzlib", UzlibModule::create);
      if (isDev) {
        fixed("_uasyncio", ctx -> named("_uasyncio", AsyncioModule.create(ctx)));
      }
    } else {
      micropythonOnly();
    }
    if (profile.isFull()) {
      fixed("framebuf", FramebufModule::create);
    }
    fixed("_thread", ThreadModule::create);
    fixed("btree", BtreeModule::create);
    fixed("builtins", BuiltinsModule::create);
    fixed("cmath", CmathModule::create);
    fixed("gc", GcModule::create);
    fixed("math", MathModule::create);
    fixed("micropython", MicropythonModule::create);
    fixed("sys", SysModule::create);
    fixed("uctypes", UctypesModule::create);
    extensible("array", ArrayModule::create);
    extensible("binascii", BinasciiModule::create);
    extensible("collections", CollectionsModule::create);
    extensible("cryptolib", CryptolibModule::create);
    extensible("errno", ErrnoModule::create);
    extensible("hashlib", HashlibModule::create);
    extensible("heapq", HeapqModule::create);
    extensible("io", IoModule::create);
    extensible("json", JsonModule::create);
    extensible("machine", MachineModule::create);
    extensible("os", OsModule::create);
    extensible("random", RandomModule::create);
    extensible("re", ReModule::create);
    extensible("select", SelectModule::create);
    extensible("socket", SocketModule::create);
    extensible("struct", StructModule::create);
    extensible("time", TimeModule::create);
    extensible("websocket", WebsocketModule::create);
  }

  private void micropythonOnly() {
    fixed("_asyncio", AsyncioModule::create);
    fixed("deflate", DeflateModule::create);
    fixed("marshal", MarshalModule::create);
    fixed("tls", TlsModule::create);
    fixed("vfs", VfsModule::create);
    fixed("weakref", WeakrefModule::create);
    extensible("platform", PlatformModule::create);
  }

  private void fixed(String name, Creator creator) {
    fixed.put(name, creator);
    names.add(name);
  }

  private void extensible(String name, Creator creator) {
    if (isPycopy) {
      Creator named = ctx -> named("u" + name, creator.create(ctx));
      fixed("u" + name, named);
      if (isDev) {
        extensible.put(name, ctx -> load(ctx, "u" + name, named));
      }
      return;
    }
    extensible.put(name, creator);
    names.add(name);
  }

  /** A module that no file can shadow, or null. */
  PyModule loadFixed(PyContext ctx, String name) {
    Creator creator = fixed.get(name);
    if (creator != null) {
      return register(ctx, name, load(ctx, name, creator));
    }
    if (isPycopy || !name.startsWith("u")) {
      return null;
    }
    String plain = name.substring(1);
    creator = plain.equals("sys") ? fixed.get(plain) : extensible.get(plain);
    return creator == null ? null : load(ctx, plain, creator);
  }

  /** A module that a file could have shadowed, or null. */
  PyModule loadExtensible(PyContext ctx, String name) {
    Creator creator = extensible.get(name);
    return creator == null ? null : register(ctx, name, load(ctx, name, creator));
  }

  private PyModule load(PyContext ctx, String name, Creator creator) {
    PyModule module = loaded.get(name);
    if (module == null) {
      module = creator.create(ctx);
      loaded.put(name, module);
    }
    return module;
  }

  private static PyModule named(String name, PyModule module) {
    module.globals.putName("__name__", PyStr.intern(name));
    return module;
  }

  /** Notes it in {@code sys.modules}, unless a file of that name is there. */
  private static PyModule register(PyContext ctx, String name, PyModule module) {
    PyStr key = PyStr.intern(name);
    if (ctx.modules.getStr(key) == null) {
      ctx.modules.putStr(key, module);
    }
    return module;
  }
}
