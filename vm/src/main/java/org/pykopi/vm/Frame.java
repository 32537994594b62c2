package org.pykopi.vm;

import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;

/**
 * One running Python function. Its slots are {@code stack[base ..]}: locals first, then the value
 * stack. Frames of plain functions lie on {@link Stacks} and the Frame objects are used again; a
 * generator owns its Frame and a stack of its own.
 */
final class Frame {
  private static final int[] NO_BLOCKS = {};
  private static final PyObject[] NO_EXCEPTIONS = {};

  /** What happens with the result: it becomes the value of the caller's call instruction. */
  static final int TO_CALLER = 0;

  /** The Java method that started this frame returns it. */
  static final int TO_JAVA = 1;

  /** It must be None; the caller gets {@link #instance}. */
  static final int TO_INSTANCE = 2;

  /**
   * A generator in a for loop: what it yields becomes the loop's next item, its end ends the loop.
   */
  static final int TO_LOOP = 3;

  /**
   * A generator in a {@code yield from}: what it yields is yielded on, what it returns is the
   * value.
   */
  static final int TO_DELEGATE = 4;

  /** The frame that is running this one; null for the outermost. */
  Frame caller;

  /** The next Frame object of the pool. */
  Frame next;

  Code code;
  PyFunction function;
  PyDict globals;

  /** The namespace of a module or class body; the globals in a function. */
  PyDict locals;

  PyObject[] stack;

  /**
   * The same array as {@link #stack}. TeaVM makes a checked cast of each read from an array of
   * PyObject; the dispatch loop reads from this one, so that values which only move are not looked
   * at.
   */
  Object[] slots;

  int base;

  /**
   * Index in the word code: of the running call while another frame runs, else of the instruction
   * to go on with.
   */
  int pc;

  /** Index of the top of the value stack in {@link #stack}. */
  int sp;

  /** First slot of {@link Stacks#top} that is free for functions called from here. */
  int free;

  int destination;

  /** The object under construction when this is {@code __init__}. */
  PyObject instance;

  /** The generator that owns this frame, or null. */
  PyGenerator generator;

  /** What {@code sys.settrace} shows of a call that runs traced code; of no meaning in others. */
  PyFrame traced;

  /** An exception to be raised when the generator goes on, or null. */
  PyObject injected;

  void useStack(PyObject[] array) {
    stack = array;
    slots = array;
  }

  /** Drops the objects that an ended call left in this Frame object. */
  void forget() {
    function = null;
    globals = null;
    locals = null;
    instance = null;
    traced = null;
    blockExceptions = NO_EXCEPTIONS;
    blocks = NO_BLOCKS;
    blockCount = 0;
  }

  // ---- active try blocks ----

  /**
   * Three ints a block: where the handler starts, stack top at entry, whether a finally or with
   * block.
   */
  int[] blocks = NO_BLOCKS;

  /** The exception each block's handler is dealing with, or null. */
  PyObject[] blockExceptions = NO_EXCEPTIONS;

  int blockCount;

  void pushBlock(int handler, int top, boolean isFinally) {
    int at = blockCount * 3;
    if (at == blocks.length) {
      int[] longer = new int[at + 12];
      System.arraycopy(blocks, 0, longer, 0, at);
      blocks = longer;
      PyObject[] more = new PyObject[blockCount + 4];
      System.arraycopy(blockExceptions, 0, more, 0, blockCount);
      blockExceptions = more;
    }
    blocks[at] = handler;
    blocks[at + 1] = top;
    blocks[at + 2] = isFinally ? 1 : 0;
    blockExceptions[blockCount] = null;
    blockCount++;
  }

  void popBlock() {
    blockCount--;
    blockExceptions[blockCount] = null;
  }

  /** Whether a block has a handler that has not begun. */
  boolean hasHandler() {
    for (int i = (blockCount - 1) * 3; i >= 0; i -= 3) {
      if (blocks[i] > pc) {
        return true;
      }
    }
    return false;
  }

  int handler() {
    return blocks[blockCount * 3 - 3];
  }

  int handlerTop() {
    return blocks[blockCount * 3 - 2];
  }

  boolean isFinally() {
    return blocks[blockCount * 3 - 1] != 0;
  }

  /** The innermost exception being handled, or null. */
  PyObject handledException() {
    for (int i = blockCount - 1; i >= 0; i--) {
      if (blockExceptions[i] != null) {
        return blockExceptions[i];
      }
    }
    return null;
  }
}
