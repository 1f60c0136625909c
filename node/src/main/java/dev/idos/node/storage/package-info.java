/// The rows at rest: the storage port of the node and its embedded adapter on SQLite.
///
/// A block is one record of rows, contents, receipts, height and state root in a log, and goes into
/// the tables with others, in one transaction (ADR 0022): after a crash at any moment the folder
/// holds the state after some block and nothing of the next. Every SQL statement about ledger rows
// is made from the table
/// descriptions of `dev.idos.ledger.store`; only the schema is written by hand, as migrations that
/// go forward. Each row is stored with the hash by which it stands in the state tree, so that a
/// start reads no fields and `verify` finds the row that differs.
@NullMarked
package dev.idos.node.storage;

import org.jspecify.annotations.NullMarked;
