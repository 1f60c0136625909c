/// Grant papers: texts an owner signs so that another may write (dWG) or open (dAG) for them.
///
/// What always holds: a paper is used once, for ever; its use is remembered under a hash that
/// holds no signature, because a signature can be rewritten (`ledger.md` §2).
@NullMarked
package dev.idos.ledger.writegrants;

import org.jspecify.annotations.NullMarked;
