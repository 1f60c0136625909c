package dev.idos.sdk;

import dev.idos.crypto.EncryptionKey;
import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.UserId;
import dev.idos.protocol.message.GrantPapers;
import dev.idos.sdk.net.IdosException.Distrusted;
import dev.idos.sdk.net.IdosException.Doubt;
import java.util.Optional;
import java.util.stream.Stream;

/// "This is the key to encrypt to for me", signed by a wallet. It goes from person to company, or
/// from company to person, past the nodes, and is what makes their answers checkable.
///
/// @param subject whom the key is for: `profile …` or `company …`
/// @param encryptionKey the key, in base64
/// @param address the wallet that signed
/// @param publicKey its key, for kinds that have one
/// @param network the chain id it is meant for
/// @param signature over [#text], the way that wallet proves itself
public record KeyStatement(
    String subject,
    String encryptionKey,
    WalletType walletType,
    String address,
    Optional<String> publicKey,
    String network,
    String signature) {

  /// A person's statement about the key of a profile. It is also the wallet's proof of ownership
  /// when the profile is made, so that proof is good for this profile and key only.
  public static KeyStatement ofProfile(
      UserId id, EncryptionKey key, Wallet wallet, String network) {
    return signed("profile " + id, key, wallet, network);
  }

  /// A company's statement about its own key.
  public static KeyStatement ofCompany(EncryptionKey key, Wallet wallet, String network) {
    return signed("company " + wallet.identifier(), key, wallet, network);
  }

  /// What the wallet signs.
  public String text() {
    return text(subject, encryptionKey, address, network);
  }

  /// Whether it is about the key of this profile.
  public boolean isAbout(UserId id) {
    return subject.equals("profile " + id);
  }

  /// The identifier of the company that it is about.
  ///
  /// @throws Distrusted if another wallet than the company's own speaks for it
  String company() {
    return Stream.concat(Stream.of(address), publicKey.stream())
        .filter(own -> subject.equals("company " + own))
        .findFirst()
        .orElseThrow(() -> new Distrusted(Doubt.STATEMENT_SIGNATURE));
  }

  /// The key, if the wallet really signed for it and for this network.
  ///
  /// @throws Distrusted if not
  public RecipientKey trusted(String chainId) {
    boolean holds =
        network.equals(chainId)
            && GrantPapers.fieldProblem(subject, encryptionKey, address, network).isEmpty()
            && WalletProofs.isValid(walletType, address, publicKey.orElse(null), text(), signature);
    if (!holds) {
      throw new Distrusted(Doubt.STATEMENT_SIGNATURE);
    }
    return RecipientKey.checked(encryptionKey);
  }

  private static KeyStatement signed(
      String subject, EncryptionKey key, Wallet wallet, String network) {
    var base64 = key.publicKey().base64();
    return new KeyStatement(
        subject,
        base64,
        wallet.type(),
        wallet.address(),
        wallet.publicKey(),
        network,
        wallet.proof(text(subject, base64, wallet.address(), network)));
  }

  private static String text(String subject, String key, String address, String network) {
    return String.join(
        "\n",
        "operation: stateEncryptionKey",
        "subject: " + subject,
        "encryption key: " + key,
        "wallet: " + address,
        "network: " + network);
  }
}
