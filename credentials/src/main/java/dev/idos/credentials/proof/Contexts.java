package dev.idos.credentials.proof;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import dev.idos.protocol.ImpossibleState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The JSON-LD contexts a credential may name, all shipped with this library. Nothing is ever
/// fetched: a credential that names another address is refused.
public final class Contexts implements DocumentLoader {

  /// The W3C data model, always the first context of a credential.
  public static final String W3C_V1 = "https://www.w3.org/2018/credentials/v1";

  /// The terms of `Ed25519Signature2020`.
  public static final String ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1";

  private static final String IDOS = "https://idos-network.github.io/idos-sdk-js/credentials/";

  /// The members idOS adds to a credential.
  public static final String IDOS_CREDENTIAL = IDOS + "idos-credentials-v1.json";

  /// The members of today's KYC subject.
  public static final String KYC_V2 = IDOS + "idos-credential-subject-v2.json";

  /// The members of the earlier KYC subject, for verification only.
  public static final String KYC_V1 = IDOS + "idos-credential-subject-v1.json";

  /// The one member of a proof-of-personhood subject.
  public static final String FACE_ID_V1 = IDOS + "idos-credential-subject-face-id-v1.json";

  private static final String GITHUB =
      "https://raw.githubusercontent.com/idos-network/idos-sdk-js/";

  /// Where earlier releases of idOS published the first two documents; credentials issued then
  /// still name these addresses.
  private static final List<String> EARLIER_HOMES =
      List.of(
          GITHUB + "1356fea6672d22deb07fedc5fa427478b2e1654c/packages/%40credentials/assets/",
          GITHUB + "346f14468348e4f3dd00039c89ce9bb49d88777c/packages/%40credentials/assets/",
          GITHUB + "1e8421744e037dfd7b0289cb39261c73ab6d643c/packages/%40credentials/assets/",
          GITHUB + "0049d2e93f8913c42398372e2bb65d92bed38ac0/packages/%40credentials/assets/",
          GITHUB + "1bc3503f5302a7e42777076445d5b05fec8db429/packages/issuer-sdk-js/assets/");

  private static final List<String> EARLIER_FILES =
      List.of("idos-credentials-v1.json", "idos-credential-subject-v1.json");

  private final Map<String, JsonDocument> documents;

  private Contexts(Map<String, JsonDocument> documents) {
    this.documents = Map.copyOf(documents);
  }

  /// Reads the shipped documents.
  public static Contexts load() {
    var documents = new HashMap<String, JsonDocument>();
    documents.put(W3C_V1, read("credentials-v1.jsonld"));
    documents.put(ED25519_2020, read("ed25519-2020-v1.jsonld"));
    documents.put(IDOS_CREDENTIAL, read("idos-credentials-v1.json"));
    documents.put(KYC_V2, read("idos-credential-subject-v2.json"));
    documents.put(KYC_V1, read("idos-credential-subject-v1.json"));
    documents.put(FACE_ID_V1, read("idos-credential-subject-face-id-v1.json"));
    for (String file : EARLIER_FILES) {
      JsonDocument document = read(file);
      EARLIER_HOMES.forEach(home -> documents.put(home + file, document));
    }
    return new Contexts(documents);
  }

  /// The addresses that resolve.
  public Set<String> addresses() {
    return documents.keySet();
  }

  @Override
  public Document loadDocument(URI url, DocumentLoaderOptions options) throws JsonLdError {
    JsonDocument document = documents.get(url.toString());
    if (document == null) {
      throw new JsonLdError(
          JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "no context is shipped for " + url);
    }
    return document;
  }

  private static JsonDocument read(String file) {
    try (var in = Contexts.class.getResourceAsStream("/dev/idos/credentials/contexts/" + file)) {
      if (in == null) {
        throw new ImpossibleState("the context is shipped: " + file);
      }
      return JsonDocument.of(in);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    } catch (JsonLdError malformed) {
      throw new ImpossibleState("a shipped context is JSON: " + file, malformed);
    }
  }
}
