package dev.idos.consensus;

import dev.idos.protocol.Account;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Receipt;
import dev.idos.protocol.TransactionHash;
import dev.idos.protocol.transaction.AuthenticatedTransaction;
import java.util.Optional;
import java.util.OptionalLong;

/// An application whose execution meets the impossible.
record BrokenApplication(Application sound, ImpossibleState bug) implements Application {

  @Override
  public Tip tip() {
    return sound.tip();
  }

  @Override
  public long nextNonce(Account account) {
    return sound.nextNonce(account);
  }

  @Override
  public Optional<Receipt> receipt(TransactionHash transaction) {
    return sound.receipt(transaction);
  }

  @Override
  public OptionalLong nextDue() {
    return sound.nextDue();
  }

  @Override
  public Prepared prepare(AuthenticatedTransaction transaction) {
    return sound.prepare(transaction);
  }

  @Override
  public Outcome execute(Block block) {
    throw bug;
  }

  @Override
  public void commit() {
    sound.commit();
  }
}
