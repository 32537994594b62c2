/**
 * What the browser's JavaScript calls: one session, exported by {@link org.pykopi.web.WasmMain} and
 * {@link org.pykopi.web.JsMain} under the same names. Read {@link org.pykopi.web.Session} first.
 * Imports {@code runtime}, {@code host}, {@code web.host} and {@code serial.wire}.
 */
package org.pykopi.web;
