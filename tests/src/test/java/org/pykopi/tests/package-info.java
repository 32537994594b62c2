/**
 * The test driver: one set of Python programs ({@code tests/py}, {@code examples}) on three
 * engines, and the tests that guard structure, sizes and documentation. Read {@link
 * org.pykopi.tests.Program} first, then {@link org.pykopi.tests.Engine} and {@link
 * org.pykopi.tests.ProgramTest}. Imports everything; nothing imports it.
 */
package org.pykopi.tests;
