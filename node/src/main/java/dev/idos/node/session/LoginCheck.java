package dev.idos.node.session;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.crypto.WalletSignatures;
import dev.idos.protocol.Utf8;
import java.util.LinkedHashMap;
import java.util.Map;

/// Whether a wallet really signed a login. The answer never changes, so it is remembered for the
/// logins in use; times and log-outs are judged elsewhere, each time.
final class LoginCheck {

  private static final int REMEMBERED = 20_000;

  private final String chainId;
  private final Map<Bytes, Boolean> answers =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Bytes, Boolean> eldest) {
          return size() > REMEMBERED;
        }
      };

  LoginCheck(String chainId) {
    this.chainId = chainId;
  }

  boolean isSigned(Login login, SignatureBudget budget) {
    Bytes key = key(login);
    Boolean known;
    synchronized (answers) {
      known = answers.get(key);
    }
    if (known != null) {
      return known;
    }
    if (!budget.allows()) {
      return false;
    }
    boolean valid =
        WalletSignatures.isValid(
            login.scheme(), login.sender(), LoginText.of(login, chainId), login.signature());
    if (!valid) {
      budget.failed();
    }
    synchronized (answers) {
      answers.put(key, valid);
    }
    return valid;
  }

  private static Bytes key(Login login) {
    return Sha256.of(
        login.id(), Sha256.of(Utf8.encode(login.domain())), Sha256.of(login.signature()));
  }
}
