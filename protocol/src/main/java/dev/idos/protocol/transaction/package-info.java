/// Client transactions: their parts, bytes, hash and what is signed.
@NullMarked
package dev.idos.protocol.transaction;

import org.jspecify.annotations.NullMarked;
