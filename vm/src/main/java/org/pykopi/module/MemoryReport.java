package org.pykopi.module;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyStr;

/**
 * Figures about memory in the form that the reference prints them. They describe the imagined heap
 * of {@link GcModule}, in which all that is used lies at the start, and a table of names that holds
 * those of the running file which are not built in.
 */
final class MemoryReport {
  private static final int STACK_LIMIT = 80_000;
  private static final int BLOCK_SIZE = 32;
  private static final int BLOCKS_PER_LINE = 64;

  /** What a name takes beside its letters. */
  private static final int NAME_HEADER = 4;

  private MemoryReport() {}

  /** Stack and heap; the layout of the heap too when {@code isVerbose}. */
  static String memory(PyContext ctx, int stackUse, boolean isVerbose) {
    int used = GcModule.allocated(ctx);
    int total = ctx.heap.size();
    int free = total - used;
    StringBuilder out = new StringBuilder();
    out.append("mem: total=").append(used).append(", current=").append(used);
    out.append(", peak=").append(used).append('\n');
    out.append("stack: ").append(stackUse).append(" out of ").append(STACK_LIMIT).append('\n');
    out.append("GC: total: ").append(total).append(", used: ").append(used);
    out.append(", free: ").append(free).append('\n');
    out.append(" No. of 1-blocks: ").append(used / BLOCK_SIZE / 2);
    out.append(", 2-blocks: ").append(used / BLOCK_SIZE / 4);
    out.append(", max blk sz: 64, max free sz: ").append(free / BLOCK_SIZE).append('\n');
    if (isVerbose) {
      layout(out, used / BLOCK_SIZE, total / BLOCK_SIZE);
    }
    return out.toString();
  }

  /** One character a block: h starts an object, = goes on with it. */
  private static void layout(StringBuilder out, int used, int total) {
    out.append("GC memory layout; from 0:");
    int block = 0;
    while (block < used) {
      if (block % BLOCKS_PER_LINE == 0) {
        lineStart(out, block);
      }
      out.append(block % 2 == 0 ? 'h' : '=');
      block++;
    }
    while (block % BLOCKS_PER_LINE != 0) {
      out.append('.');
      block++;
    }
    int lines = (total - block) / BLOCKS_PER_LINE;
    out.append("\n       (").append(lines).append(" lines all free)\n");
  }

  private static void lineStart(StringBuilder out, int block) {
    String address = Integer.toHexString(block * BLOCK_SIZE);
    out.append('\n').append("0".repeat(8 - address.length())).append(address).append(": ");
  }

  /** The table of names; the names too when {@code isVerbose}. */
  static String names(PyContext ctx, boolean isVerbose) {
    StringBuilder list = new StringBuilder();
    int count = 0;
    int bytes = 0;
    for (PyStr name : ctx.programNames()) {
      if (!isBuiltIn(ctx, name)) {
        count++;
        bytes += name.value().length() + NAME_HEADER;
        list.append("Q(").append(name.value()).append(")\n");
      }
    }
    String totals =
        "qstr pool: n_pool=1, n_qstr="
            + count
            + ", n_str_data_bytes="
            + bytes
            + ", n_total_bytes="
            + 2 * bytes
            + "\n";
    return isVerbose ? totals + list : totals;
  }

  private static boolean isBuiltIn(PyContext ctx, PyStr name) {
    PyDict modules = ctx.modules;
    for (int e = modules.nextEntry(0); e >= 0; e = modules.nextEntry(e + 1)) {
      boolean isProgram = modules.valueAt(e) instanceof PyModule m && m.globals == ctx.globals();
      if (!isProgram
          && (modules.keyAt(e) == name
              || modules.valueAt(e) instanceof PyModule module
                  && module.globals.getStr(name) != null)) {
        return true;
      }
    }
    return ctx.builtins.getStr(name) != null;
  }
}
