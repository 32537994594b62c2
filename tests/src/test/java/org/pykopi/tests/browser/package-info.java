/**
 * The page in a real browser: what a user sees, types and clicks, on the built site in {@code
 * webapp/dist}, served from a sub-path without special headers. Read {@link
 * org.pykopi.tests.browser.PageTest} first.
 */
package org.pykopi.tests.browser;
