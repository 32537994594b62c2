/**
 * The object model: {@link org.pykopi.object.PyObject} and one file for each Python type, the
 * operator and attribute protocol, argument binding, exceptions and the abstract {@link
 * org.pykopi.object.PyContext}. Read PyObject, then PyType, then PyList as the model of a type.
 * Imports {@code host} and {@code util} only.
 */
package org.pykopi.object;
