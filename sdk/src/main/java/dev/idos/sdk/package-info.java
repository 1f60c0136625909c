/// What owners, issuers and consumers call.
///
/// The state of a client is its type: [Connected] knows a network, [SignedIn] also speaks for a
/// wallet, [UnlockedOwner] also holds the person's encryption key. Calls block and are safe on
/// virtual threads. What goes wrong is one of three: [dev.idos.sdk.net.IdosException].
///
/// What always holds (`network.md` §8): nothing is encrypted to a key that only a node named, as
/// [RecipientKey] cannot be made from one; every text is rebuilt here before it is signed.
@NullMarked
package dev.idos.sdk;

import org.jspecify.annotations.NullMarked;
