package dev.idos.ledger.block;

import dev.idos.crypto.Bytes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/// What a transaction leaves behind besides rows: notices for its receipt, and senders to forget.
/// One a transaction; those of a refused one count for nothing but the notices in its log.
public final class Effects {

  /// More notices are counted only: a log is stored for longer than its transaction.
  public static final int MOST_NOTICES = 20;

  private final List<String> notices = new ArrayList<>();
  private final TreeSet<Bytes> erasedSenders = new TreeSet<>();
  private int unsaid;
  private long rewrittenNotes;
  private long rewrittenBytes;

  /// Says something in the receipt's log: that a success had no effect, for instance. It names
  /// nobody.
  public void notice(String sentence) {
    if (notices.size() < MOST_NOTICES) {
      notices.add(sentence);
    } else {
      unsaid++;
    }
  }

  /// Counts notes that an issuer rewrites, over all actions of the transaction.
  public void rewrote(long notes, long bytes) {
    rewrittenNotes += notes;
    rewrittenBytes += bytes;
  }

  /// How many notes the transaction has rewritten.
  public long rewrittenNotes() {
    return rewrittenNotes;
  }

  /// How many bytes of notes the transaction has written.
  public long rewrittenBytes() {
    return rewrittenBytes;
  }

  /// From now on the receipts of this sender keep code and height only.
  public void forgetSender(Bytes sender) {
    erasedSenders.add(sender);
  }

  /// The notices as a log carries them: numbered from 1, one a line (`kwil-protocol.md` §2.10).
  public String log() {
    var log = new StringBuilder();
    for (int i = 0; i < notices.size(); i++) {
      log.append(i == 0 ? "" : "\n").append(i + 1).append(". ").append(notices.get(i));
    }
    if (unsaid > 0) {
      log.append("\nand ").append(unsaid).append(" more");
    }
    return log.toString();
  }

  /// The senders to forget, in order.
  public List<Bytes> erasedSenders() {
    return Collections.unmodifiableList(new ArrayList<>(erasedSenders));
  }
}
