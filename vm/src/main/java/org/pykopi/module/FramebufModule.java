package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;

/** {@code framebuf}: pictures in bytes, as small displays take them. */
public final class FramebufModule {
  private FramebufModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("framebuf")
        .constant("FrameBuffer", PyFrameBuffer.TYPE)
        .fn("FrameBuffer1", 3, 4, FramebufModule::FrameBuffer1)
        .constant("MVLSB", PyInt.of(Pixels.MONO_VLSB))
        .constant("MONO_VLSB", PyInt.of(Pixels.MONO_VLSB))
        .constant("RGB565", PyInt.of(Pixels.RGB565))
        .constant("GS2_HMSB", PyInt.of(Pixels.GS2_HMSB))
        .constant("GS4_HMSB", PyInt.of(Pixels.GS4_HMSB))
        .constant("GS8", PyInt.of(Pixels.GS8))
        .constant("MONO_HLSB", PyInt.of(Pixels.MONO_HLSB))
        .constant("MONO_HMSB", PyInt.of(Pixels.MONO_HMSB))
        .build();
  }

  /** FrameBuffer1(buffer, width, height, stride=width) -> FrameBuffer: one in format MONO_VLSB. */
  private static PyObject FrameBuffer1(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject stride = nargs == 4 ? args[at + 3] : args[at + 1];
    PyInt format = PyInt.of(Pixels.MONO_VLSB);
    PyObject[] all = {args[at], args[at + 1], args[at + 2], format, stride};
    return new PyFrameBuffer(Pixels.of(ctx, all, 0, all.length, true));
  }
}
