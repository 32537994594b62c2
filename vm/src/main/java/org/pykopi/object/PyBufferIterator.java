package org.pykopi.object;

/** Iterator over bytes, bytearray, array and memoryview; sees changes made while it runs. */
final class PyBufferIterator extends PyIterator {
  private final PyObject object;
  private int index;

  PyBufferIterator(PyObject object) {
    this.object = object;
  }

  @Override
  public PyObject next(PyContext ctx) {
    BufferView view = object.buffer();
    int size = ArrayItems.size(view.typecode());
    return index < view.length() / size
        ? ArrayItems.get(ctx, view.data(), view.offset() + size * index++, view.typecode())
        : end(ctx);
  }
}
