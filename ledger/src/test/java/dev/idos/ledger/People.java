package dev.idos.ledger;

/// Who takes part in the tests.
public final class People {

  /// Keeps the inserters of the network.
  public static final Person OWNER = InsecureTestKeys.evm("owner");

  /// A delegate of the inserter `issuer`; its key also signs credentials.
  public static final Person ISSUER = InsecureTestKeys.ed25519("issuer");

  /// Another delegate of the same inserter, with an EVM wallet.
  public static final Person ISSUER_EVM = InsecureTestKeys.evm("issuer evm");

  /// A delegate of another inserter, `rival`.
  public static final Person RIVAL = InsecureTestKeys.ed25519("rival");

  /// Reads what it is granted; has no profile.
  public static final Person CONSUMER = InsecureTestKeys.ed25519("consumer");

  /// Another consumer, with an EVM wallet.
  public static final Person CONSUMER_EVM = InsecureTestKeys.evm("consumer evm");

  /// People with a wallet of each kind.
  public static final Person ALICE = InsecureTestKeys.evm("alice");

  public static final Person BOB = InsecureTestKeys.evm("bob");
  public static final Person NORA = InsecureTestKeys.nearNamed("nora", "nora.near");
  public static final Person NILS = InsecureTestKeys.nearImplicit("nils");
  public static final Person XENIA = InsecureTestKeys.xrplEd25519("xenia");
  public static final Person XAVER = InsecureTestKeys.xrplSecp256k1("xaver");
  public static final Person STELLA = InsecureTestKeys.stellarRaw("stella");
  public static final Person STEN = InsecureTestKeys.stellarSep53("sten");
  public static final Person FRIDA = InsecureTestKeys.ed25519("frida");

  /// Somebody nobody knows.
  public static final Person STRANGER = InsecureTestKeys.evm("stranger");

  private People() {}
}
