package dev.idos.demo.company;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletType;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.message.GrantPapers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Where a person proves to a company which wallet is theirs: a credential speaks for its holder,
/// so the company has to know with whom it is dealing. Each text is good once and for ten minutes.
final class Door {

  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int MOST_WAITING = 1_000;
  private static final int NONCE_LENGTH = 16;

  private final String company;
  private final String chainId;
  private final InstantSource clock;
  private final SecureRandom random;
  private final Map<String, Invited> waiting = new LinkedHashMap<>();

  private record Invited(Visitor visitor, Instant until) {}

  Door(String company, String chainId, InstantSource clock, SecureRandom random) {
    this.company = company;
    this.chainId = chainId;
    this.clock = clock;
    this.random = random;
  }

  /// Who says to be there.
  record Visitor(WalletType type, String address, Optional<String> publicKey) {}

  /// A text to sign.
  record Invitation(String nonce, String text) {}

  synchronized Invitation invite(Visitor visitor) {
    if (GrantPapers.fieldProblem(visitor.address()).isPresent()) {
      throw ApiProblem.badRequest("expected the address of a wallet");
    }
    var now = clock.instant();
    waiting.values().removeIf(invited -> invited.until().isBefore(now));
    if (waiting.size() >= MOST_WAITING) {
      waiting.remove(waiting.keySet().iterator().next());
    }
    var bytes = new byte[NONCE_LENGTH];
    random.nextBytes(bytes);
    var nonce = Bytes.ofUnshared(bytes).hex();
    waiting.put(nonce, new Invited(visitor, now.plus(PATIENCE)));
    return new Invitation(nonce, text(visitor, nonce));
  }

  /// The visitor, proven.
  ///
  /// @throws ApiProblem if the text is not awaited any more or the wallet did not sign it
  synchronized Visitor enter(String nonce, String signature) {
    var invited = waiting.remove(nonce);
    if (invited == null || invited.until().isBefore(clock.instant())) {
      throw new ApiProblem(403, "this took too long. Start again.");
    }
    var visitor = invited.visitor();
    boolean isSigned =
        WalletProofs.isValid(
            visitor.type(),
            visitor.address(),
            visitor.publicKey().orElse(null),
            text(visitor, nonce),
            signature);
    if (!isSigned) {
      throw new ApiProblem(403, "your wallet did not sign this. Nothing was opened.");
    }
    return visitor;
  }

  private String text(Visitor visitor, String nonce) {
    return String.join(
        "\n",
        "operation: openAccount",
        "company: " + company,
        "wallet: " + visitor.address(),
        "nonce: " + nonce,
        "network: " + chainId);
  }
}
