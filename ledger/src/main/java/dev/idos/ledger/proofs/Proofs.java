package dev.idos.ledger.proofs;

import dev.idos.crypto.WalletProofs;
import dev.idos.crypto.WalletType;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.action.AccessGrantAction;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction;
import dev.idos.protocol.action.CredentialAction;
import dev.idos.protocol.action.CredentialAction.AddCredential;
import dev.idos.protocol.action.CredentialAction.CreateCredentialsByDwg;
import dev.idos.protocol.action.CredentialAction.EditCredential;
import dev.idos.protocol.action.CredentialAction.ShareCredential;
import dev.idos.protocol.action.CredentialAction.UpsertCredentialAsInserter;
import dev.idos.protocol.action.EconomyAction;
import dev.idos.protocol.action.InserterAction;
import dev.idos.protocol.action.UserAction;
import dev.idos.protocol.action.WalletAction;
import dev.idos.protocol.action.WalletAction.AddWallet;
import dev.idos.protocol.action.WalletAction.UpsertWalletAsInserter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the signatures inside one action are worth, as far as that needs no rows. Holding one is
/// the proof that they were checked: only [#check] makes them. It is pure, so a node checks the
/// actions of a block in parallel before it runs them one by one.
public final class Proofs {

  /// Of an action without signatures of its own.
  public static final Proofs NONE = new Proofs(false, Optional.empty(), Optional.empty());

  private final boolean walletProven;
  private final Optional<CredentialProof> original;
  private final Optional<CredentialProof> copy;

  private Proofs(
      boolean walletProven, Optional<CredentialProof> original, Optional<CredentialProof> copy) {
    this.walletProven = walletProven;
    this.original = original;
    this.copy = copy;
  }

  /// Checks every signature of the action that needs no rows.
  public static Proofs check(Action action) {
    return switch (action) {
      case WalletAction wallet -> ofWallet(wallet);
      case CredentialAction credential -> ofCredential(credential);
      case AccessGrantAction _,
          AttributeAction _,
          EconomyAction _,
          InserterAction _,
          UserAction _ ->
          NONE;
    };
  }

  /// Whether the wallet of the action signed its message.
  public boolean walletProven() {
    return walletProven;
  }

  /// The issuer's signatures of the action's credential: of the original, where it has two.
  public CredentialProof credential() {
    return original.orElseThrow(() -> new ImpossibleState("the action carries a credential"));
  }

  /// The issuer's signatures of the copy that comes with an original.
  public CredentialProof copy() {
    return copy.orElseThrow(() -> new ImpossibleState("the action carries a copy"));
  }

  private static Proofs ofWallet(WalletAction action) {
    return switch (action) {
      case UpsertWalletAsInserter w ->
          wallet(w.walletType(), w.address(), w.publicKey(), w.message(), w.signature());
      case AddWallet w ->
          wallet(w.walletType(), w.address(), w.publicKey(), w.message(), w.signature());
      case WalletAction.RemoveWallet _ -> NONE;
    };
  }

  private static Proofs ofCredential(CredentialAction action) {
    return switch (action) {
      case UpsertCredentialAsInserter c ->
          credential(
              CredentialProof.check(
                  c.issuerAuthPublicKey(),
                  c.publicNotes(),
                  c.publicNotesSignature(),
                  c.content(),
                  c.broaderSignature()));
      case AddCredential c ->
          credential(
              CredentialProof.check(
                  c.issuerAuthPublicKey(),
                  c.publicNotes(),
                  c.publicNotesSignature(),
                  c.content(),
                  c.broaderSignature()));
      case EditCredential c ->
          credential(
              CredentialProof.check(
                  c.issuerAuthPublicKey(),
                  c.publicNotes(),
                  c.publicNotesSignature(),
                  c.content(),
                  c.broaderSignature()));
      case ShareCredential c ->
          credential(
              CredentialProof.check(
                  c.issuerAuthPublicKey(),
                  c.publicNotes(),
                  c.publicNotesSignature(),
                  c.content(),
                  c.broaderSignature()));
      case CreateCredentialsByDwg c -> originalAndCopy(c);
      case CredentialAction.EditPublicNotesAsIssuer _,
          CredentialAction.RemoveCredential _,
          CredentialAction.RescindSharedCredential _ ->
          NONE;
    };
  }

  private static Proofs wallet(
      String type, String address, @Nullable String key, String message, String signature) {
    String given = key == null || key.isEmpty() ? null : key; // an empty key is no key (W20)
    boolean proven =
        WalletType.named(type)
            .filter(known -> WalletProofs.isValid(known, address, given, message, signature))
            .isPresent();
    return new Proofs(proven, Optional.empty(), Optional.empty());
  }

  private static Proofs credential(CredentialProof proof) {
    return new Proofs(false, Optional.of(proof), Optional.empty());
  }

  private static Proofs originalAndCopy(CreateCredentialsByDwg action) {
    var original =
        CredentialProof.check(
            action.issuerAuthPublicKey(),
            action.originalPublicNotes(),
            action.originalPublicNotesSignature(),
            action.originalContent(),
            action.originalBroaderSignature());
    var copy =
        CredentialProof.check(
            action.issuerAuthPublicKey(),
            "",
            action.copyPublicNotesSignature(),
            action.copyContent(),
            action.copyBroaderSignature());
    return new Proofs(false, Optional.of(original), Optional.of(copy));
  }
}
