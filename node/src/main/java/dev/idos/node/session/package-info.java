/// Logins that carry their own proof (`network.md` §9, `wire.md` §6).
///
/// A session is a text a wallet signed. Nothing is kept for it but the list of logged-out logins,
/// so any node that trusts the same domains can check it, before and after a restart.
@NullMarked
package dev.idos.node.session;

import org.jspecify.annotations.NullMarked;
