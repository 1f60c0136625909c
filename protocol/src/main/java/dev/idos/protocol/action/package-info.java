/// Everything a caller may ask the network to change, one record an action.
@NullMarked
package dev.idos.protocol.action;

import org.jspecify.annotations.NullMarked;
