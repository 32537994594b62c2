package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.CodeObject;

/** The tapes of a module's native and viper functions. */
public final class NativeTapes implements ObserverFactory {
  private final List<NativeTape> all = new ArrayList<>();

  /** Those of outer functions first. */
  public List<NativeTape> all() {
    return all;
  }

  @Override
  public InstructionObserver observer(Emitter out, Scope scope) {
    if (scope.emitter == CodeObject.Emitter.BYTECODE) {
      return null;
    }
    NativeTape tape = new NativeTape(scope);
    all.add(tape);
    return new NativeRecorder(out, tape);
  }
}
