/// Everything a caller may ask the network to tell, one record a view.
@NullMarked
package dev.idos.protocol.query;

import org.jspecify.annotations.NullMarked;
