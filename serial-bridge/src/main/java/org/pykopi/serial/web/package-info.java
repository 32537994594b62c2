/**
 * The module in a page: compiled by TeaVM to {@code serial.wasm}, it serves the requests of the
 * device panel. Read {@link DeviceSession} first. The only package of this module that names the
 * browser; the JavaScript half is {@code webapp/src/device/link.ts}.
 *
 * <p>Imports all other packages of the module except those for the JVM.
 */
package org.pykopi.serial.web;
