/// The texts people and programs sign, rebuilt byte for byte.
@NullMarked
package dev.idos.protocol.message;

import org.jspecify.annotations.NullMarked;
