package dev.idos.credentials;

import dev.idos.credentials.CredentialDraft.Dates;
import dev.idos.credentials.proof.Contexts;
import dev.idos.credentials.proof.Ed25519Signature2020;
import dev.idos.credentials.proof.EddsaJcs2022;
import dev.idos.credentials.proof.Multikey;
import dev.idos.credentials.proof.ProofSuite;
import dev.idos.credentials.proof.RdfHash;
import dev.idos.credentials.proof.UnprovableDocument;
import dev.idos.credentials.text.IsoTime;
import dev.idos.crypto.Ed25519;
import dev.idos.crypto.SecretBytes;
import dev.idos.protocol.ImpossibleState;
import dev.idos.protocol.Require;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Signs credentials with one key of an issuer.
///
/// Every credential carries two proofs: `Ed25519Signature2020`, which consumers of idOS check
/// today, and `eddsa-jcs-2022`, which binds the name of every member too.
public final class CredentialIssuer {

  private final IssuerDescriptor descriptor;
  private final SecretBytes seed;
  private final InstantSource clock;
  private final List<ProofSuite> suites =
      List.of(new Ed25519Signature2020(new RdfHash(Contexts.load())), new EddsaJcs2022());

  /// Joins a key with what is published about it.
  ///
  /// @throws IllegalArgumentException if the seed is not that of the published key
  public CredentialIssuer(IssuerDescriptor descriptor, SecretBytes seed, InstantSource clock) {
    Require.that(
        Ed25519.publicKey(seed).equals(descriptor.publicKey()),
        "the seed belongs to the published key");
    this.descriptor = descriptor;
    this.seed = seed;
    this.clock = clock;
  }

  /// The first key of an issuer that lives under a base address.
  public static CredentialIssuer at(String base, SecretBytes seed, InstantSource clock) {
    return new CredentialIssuer(IssuerDescriptor.at(base, Ed25519.publicKey(seed)), seed, clock);
  }

  /// Reads a secret key as other idOS tools write it (`privateKeyMultibase`).
  ///
  /// @throws IllegalArgumentException if the text is not a secret Ed25519 key
  public static SecretBytes seedOf(String privateKeyMultibase) {
    return Multikey.seed(privateKeyMultibase)
        .orElseThrow(() -> new IllegalArgumentException("expected a secret Ed25519 multikey"));
  }

  /// What consumers need in order to trust this issuer.
  public IssuerDescriptor descriptor() {
    return descriptor;
  }

  /// Signs a draft now.
  public SignedCredential issue(CredentialDraft draft) {
    String now = IsoTime.toSecond(clock.instant());
    JsonObject document = document(draft, now);
    JsonArrayBuilder proofs = Json.createArrayBuilder();
    for (ProofSuite suite : suites) {
      proofs.add(prove(suite, document, now));
    }
    return new SignedCredential(Json.createObjectBuilder(document).add("proof", proofs).build());
  }

  private JsonObject prove(ProofSuite suite, JsonObject document, String now) {
    try {
      return suite.sign(document, descriptor.keyId(), now, seed);
    } catch (UnprovableDocument impossible) {
      throw new ImpossibleState("a draft has defined members only", impossible);
    }
  }

  private JsonObject document(CredentialDraft draft, String now) {
    JsonObjectBuilder document =
        Json.createObjectBuilder()
            .add(
                "@context",
                Json.createArrayBuilder(
                    List.of(Contexts.W3C_V1, Contexts.IDOS_CREDENTIAL, Contexts.ED25519_2020)))
            .add("type", Json.createArrayBuilder().add("VerifiableCredential"))
            .add("issuer", descriptor.controller())
            .add("id", draft.id())
            .add("level", draft.level());
    addDates(document, draft.dates());
    addHolders(document, draft.holders());
    return document.add("credentialSubject", subject(draft)).add("issuanceDate", now).build();
  }

  private static void addDates(JsonObjectBuilder document, Dates dates) {
    addDate(document, "issued", dates.issued());
    addDate(document, "approvedAt", dates.approvedAt());
    addDate(document, "expirationDate", dates.expires());
  }

  private static void addDate(JsonObjectBuilder document, String member, @Nullable Instant date) {
    if (date != null) {
      document.add(member, IsoTime.withMillis(date));
    }
  }

  private static void addHolders(JsonObjectBuilder document, List<HolderId> holders) {
    if (!holders.isEmpty()) {
      document.add(
          "holder",
          Json.createArrayBuilder(
              holders.stream().map(HolderId::uri).distinct().sorted().toList()));
    }
  }

  private static JsonObject subject(CredentialDraft draft) {
    JsonObjectBuilder subject =
        Json.createObjectBuilder().add("@context", draft.subject().context());
    draft.subject().members().forEach(subject::add);
    return subject.build();
  }
}
