/**
 * Tests of the project's own rules: who may import whom, how long files and methods may be, what
 * the documents name. Read {@link org.pykopi.tests.structure.PackagesTest} first.
 */
package org.pykopi.tests.structure;
