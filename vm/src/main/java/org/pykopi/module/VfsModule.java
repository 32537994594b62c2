package org.pykopi.module;

import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.Signature;

/** {@code vfs}: file systems, and where they are mounted. */
public final class VfsModule {
  private VfsModule() {}

  static final Signature MOUNT =
      Signature.of("fsobj=", "mount_point=", "*", "readonly=False", "mkfs=False");

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("vfs")
        .fnKw("mount", MOUNT, VfsModule::mount)
        .fn1("umount", VfsModule::umount)
        .constant("VfsPosix", PyVfs.POSIX)
        .constant("VfsRom", PyVfs.ROM)
        .constant("VfsFat", PyVfs.FAT)
        .constant("VfsLfs1", PyVfs.LFS1)
        .constant("VfsLfs2", PyVfs.LFS2)
        .build();
  }

  /**
   * mount(fsobj, mount_point, *, readonly=False, mkfs=False): mounts a file system or block device;
   * without arguments the list of (fsobj, mount_point).
   */
  static PyObject mount(PyContext ctx, PyObject[] args) {
    Mounts mounts = Mounts.of(ctx);
    if (args[0] == null) {
      return mounts.list();
    }
    if (args[1] == null) {
      throw Errors.typeError(ctx, "'mount_point' argument required");
    }
    mounts.mount(args[0], args[1], args[2], args[3]);
    return PyNone.NONE;
  }

  /** umount(mount_point or fsobj): ends the use of a file system. */
  static PyObject umount(PyContext ctx, PyObject mount) {
    Mounts.of(ctx).unmount(mount);
    return PyNone.NONE;
  }
}
