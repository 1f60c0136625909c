package dev.idos.credentials;

import dev.idos.crypto.WalletType;
import dev.idos.protocol.Require;
import dev.idos.protocol.UserId;
import java.util.Locale;
import java.util.regex.Pattern;

/// Somebody a credential was issued to, as an address inside the credential.
///
/// Written into the W3C member `holder`, so that a copied credential does not speak for whoever
/// holds the copy. Consumers that do not know the member ignore it.
public sealed interface HolderId {

  /// The address inside a credential.
  String uri();

  /// A profile of idOS.
  record Profile(UserId user) implements HolderId {
    @Override
    public String uri() {
      return "urn:uuid:" + user;
    }
  }

  /// A wallet, by the identifier a profile lists it under.
  record Wallet(WalletType type, String identifier) implements HolderId {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z:._@-]{1,128}");

    public Wallet {
      Require.that(FORM.matcher(identifier).matches(), "a wallet identifier is plain ASCII");
      identifier = type == WalletType.EVM ? identifier.toLowerCase(Locale.ROOT) : identifier;
    }

    @Override
    public String uri() {
      return "urn:idos:wallet:" + type.wireName().toLowerCase(Locale.ROOT) + ":" + identifier;
    }
  }
}
