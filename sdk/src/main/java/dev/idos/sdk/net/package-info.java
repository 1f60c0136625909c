/// How requests reach a node: addresses, fail-over, and what may go wrong.
///
/// What always holds: a request is sent a second time only if that cannot change anything twice
/// (reads, and the very same signed transaction); calls block and are safe on virtual threads.
@NullMarked
package dev.idos.sdk.net;

import org.jspecify.annotations.NullMarked;
