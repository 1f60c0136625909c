/// The port "order these transactions" and its adapters. To consensus an action is opaque.
@NullMarked
package dev.idos.consensus;

import org.jspecify.annotations.NullMarked;
