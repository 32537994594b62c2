package org.pykopi.serial.wire;

import org.teavm.interop.Address;
import org.teavm.interop.Import;

/**
 * The exchange in WebAssembly: linear memory, at an address that JavaScript chose. Only WebAssembly
 * entry points may reach this class, because the JavaScript target cannot compile its import.
 */
public abstract class WasmRegion implements SharedRegion {
  private final Address exchange = Address.fromInt(exchangeAddress());

  @Override
  public final void put(int at, byte[] source, int offset, int length) {
    Address to = exchange.add(at);
    for (int i = 0; i < length; i++) {
      to.add(i).putByte(source[offset + i]);
    }
  }

  @Override
  public final void get(int at, byte[] target, int offset, int length) {
    Address from = exchange.add(at);
    for (int i = 0; i < length; i++) {
      target[offset + i] = from.add(i).getByte();
    }
  }

  @Import(module = "pykopi", name = "exchangeAddress")
  private static native int exchangeAddress();
}
