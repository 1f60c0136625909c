/// Bytes, hashes, signatures, boxes and keys: the only room that touches a cryptographic library.
///
/// Nothing here invents cryptography. Every class composes primitives of Bouncy Castle, AWS-LC,
/// libsecp256k1 or the JDK, and is proven by public vectors. What counts as a valid signature is
/// decided once, in this room, before any library is asked, so that two libraries cannot disagree
/// about a block.
@NullMarked
package dev.idos.crypto;

import org.jspecify.annotations.NullMarked;
