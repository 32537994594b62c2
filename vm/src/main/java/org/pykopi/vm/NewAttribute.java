package org.pykopi.vm;

import org.pykopi.object.Shape;

/**
 * What a STORE_ATTR remembers of a store that added an attribute: instances of the shape {@code
 * before} get the shape {@code after}, as long as no class changes. Constructors do little else.
 */
record NewAttribute(Shape before, Shape after, int classVersion) {}
