/// The port between the ledger and whatever keeps its rows: tables described once, reads of
/// committed rows, and a write buffer whose net effect is committed as one.
///
/// A table's description is all a database adapter, the state tree and the in-memory store of the
/// tests need to know of a record, so no field can be stored and not hashed, or hashed and not
/// stored.
@NullMarked
package dev.idos.ledger.store;

import org.jspecify.annotations.NullMarked;
