/// The port "order these transactions" and its adapters.
///
/// A [Sequencer] takes authenticated transactions, decides which may wait ([Submission]), orders
/// them into blocks and has an [Application] execute and commit each block. To consensus an action
/// is opaque: it sees accounts, nonces, hashes and sizes (`ledger.md` §6, `wire.md` §3). One
/// thread owns the round, so the application is never asked for two blocks at once.
@NullMarked
package dev.idos.consensus;

import org.jspecify.annotations.NullMarked;
