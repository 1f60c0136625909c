package dev.idos.node.rpc.method;

import dev.idos.ledger.block.BlockContext;
import dev.idos.ledger.store.Reader;
import dev.idos.protocol.Caller;
import dev.idos.protocol.query.Answer;
import dev.idos.protocol.query.Query;

/// Who knows the rules of views.
@FunctionalInterface
public interface Answering {

  /// Answers a view for somebody whose identity has been checked.
  Answer answer(Query query, Caller caller, BlockContext now, Reader rows);
}
