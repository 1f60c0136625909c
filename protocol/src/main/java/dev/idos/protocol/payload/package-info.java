/// What a transaction carries, by payload type (`kwil-protocol.md` §3.4). Only [ActionExecution] is
/// ever executed here; the others are decoded so that they can be refused by name.
@NullMarked
package dev.idos.protocol.payload;

import org.jspecify.annotations.NullMarked;
