/// Proofs of credentials: canonical RDF and canonical JSON, and the two suites that sign them.
///
/// Nothing here touches the network: contexts are shipped. Both suites sign a document without its
/// `proof` member, so the proofs of a set are independent, and a reader that knows one of them
/// ignores the other.
@NullMarked
package dev.idos.credentials.proof;

import org.jspecify.annotations.NullMarked;
