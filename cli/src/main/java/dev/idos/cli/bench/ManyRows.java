package dev.idos.cli.bench;

import dev.idos.cli.terminal.Screen;
import dev.idos.crypto.EncryptionKey;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.UserId;
import dev.idos.protocol.action.AttributeAction.AddAttributeAsInserter;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.ProfileRequest;
import dev.idos.sdk.SignedIn;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// Fills a node with rows that are all leaves of its state tree: attributes, the cheapest to write.
public final class ManyRows {

  private static final int ROWS_EACH = 9_000; // a profile may have 10,000
  private static final int AT_ONCE = 500;

  private ManyRows() {}

  /// Has an issuer write so many attributes, over as many profiles as that takes.
  public static void write(int rows, Connected network, IssuerKeys issuer, Screen screen) {
    var session = network.signIn(issuer.wallet());
    var key = EncryptionKey.generate(new SecureRandom()).publicKey().base64();
    for (int written = 0; written < rows; written += ROWS_EACH) {
      var user = new UserId(UUID.randomUUID());
      session.executeAll(List.of(new AddUserAsInserter(user, key, ProfileRequest.BY_USER)));
      fill(user, Math.min(ROWS_EACH, rows - written), session);
      screen.progress("rows written: " + Math.min(rows, written + ROWS_EACH) + " of " + rows);
    }
  }

  private static void fill(UserId user, int rows, SignedIn session) {
    for (int written = 0; written < rows; written += AT_ONCE) {
      var some = new ArrayList<AddAttributeAsInserter>();
      for (int i = written; i < Math.min(rows, written + AT_ONCE); i++) {
        var id = new AttributeId(UUID.randomUUID());
        some.add(new AddAttributeAsInserter(id, user, "bench", "value " + i));
      }
      session.executeAll(some);
    }
  }
}
