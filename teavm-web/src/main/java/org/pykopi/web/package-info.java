/**
 * What the browser's JavaScript calls: one session, exported by {@link org.pykopi.web.WasmMain} and
 * {@link org.pykopi.web.JsMain} under the same names. Read {@link org.pykopi.web.Session} first.
 * Imports {@code runtime}, {@code host} and {@code web.host}.
 */
package org.pykopi.web;
