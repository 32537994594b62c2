package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.bytecode.ComplexConstant;
import org.pykopi.bytecode.ConstantPool;

/** Collects the names and constants of a module, each once, in the order of first use. */
final class PoolBuilder {
  private final List<String> names = new ArrayList<>();
  private final Map<String, Integer> nameIndexes = new HashMap<>();
  private final List<Object> constants = new ArrayList<>();

  PoolBuilder(String sourceFile) {
    nameIndex(sourceFile);
  }

  int nameIndex(String name) {
    Integer index = nameIndexes.get(name);
    if (index == null) {
      index = names.size();
      names.add(name);
      nameIndexes.put(name, index);
    }
    return index;
  }

  String name(int index) {
    return names.get(index);
  }

  Object constant(int index) {
    return constants.get(index);
  }

  int constantIndex(Object value) {
    for (int i = 0; i < constants.size(); i++) {
      if (isSame(constants.get(i), value)) {
        return i;
      }
    }
    constants.add(value);
    return constants.size() - 1;
  }

  ConstantPool build() {
    return new ConstantPool(names.toArray(new String[0]), constants.toArray());
  }

  /** Equal in kind and value, down to the sign of a float zero. Not a number equals only itself. */
  private static boolean isSame(Object a, Object b) {
    if (a == b) {
      return true;
    }
    if (a instanceof Double x && b instanceof Double y) {
      double left = x;
      double right = y;
      return left == right && (left != 0 || 1 / left == 1 / right);
    }
    if (a instanceof ComplexConstant x && b instanceof ComplexConstant y) {
      return x.re() == y.re() && x.im() == y.im();
    }
    if (a instanceof byte[] x && b instanceof byte[] y) {
      return Arrays.equals(x, y);
    }
    if (a instanceof Object[] x && b instanceof Object[] y) {
      return isSameTuple(x, y);
    }
    return !(a instanceof Double) && a.equals(b);
  }

  private static boolean isSameTuple(Object[] a, Object[] b) {
    if (a.length != b.length) {
      return false;
    }
    for (int i = 0; i < a.length; i++) {
      if (!isSame(a[i], b[i])) {
        return false;
      }
    }
    return true;
  }
}
