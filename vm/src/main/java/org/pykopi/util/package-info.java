/**
 * Text of numbers and bytes: shortest and exact float text, big integers, UTF-8. Knows nothing of
 * Python; imports nothing. Read {@link org.pykopi.util.FloatText} first.
 */
package org.pykopi.util;
