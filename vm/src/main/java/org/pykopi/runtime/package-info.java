/**
 * Where the parts meet: {@link org.pykopi.runtime.PyRuntime} is what embedders use; the import
 * system, the list of modules and the REPL are here. Imports every other package of the virtual
 * machine except {@code cli}.
 */
package org.pykopi.runtime;
