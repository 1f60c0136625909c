package dev.idos.credentials.proof;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import jakarta.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;

/// The SHA-256 of a JSON-LD document's canonical N-Quads (RDFC-1.0, formerly URDNA2015), read in
/// safe mode: a member no context defines is an error, because it would not be signed.
public final class RdfHash {

  /// Far more steps than any credential takes. A document built to make canonicalisation explode
  /// is given up.
  private static final int MAX_STEPS = 1_000;

  private final Contexts contexts;

  /// Hashes documents that name only these contexts.
  public RdfHash(Contexts contexts) {
    this.contexts = contexts;
  }

  /// Hashes one document.
  ///
  /// @throws UnprovableDocument if it has undefined members or names an unknown context
  public Bytes of(JsonObject document) throws UnprovableDocument {
    var digest = Sha256.newDigest();
    write(document, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    return Bytes.ofUnshared(digest.digest());
  }

  /// Writes the canonical N-Quads of one document.
  void write(JsonObject document, OutputStream out) throws UnprovableDocument {
    var steps = new StepLimit();
    RdfCanon canon = RdfCanon.create(Sha256.newDigest(), steps);
    try (Writer writer =
        new BufferedWriter(
            new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()), 1 << 16)) {
      JsonLd.toRdf(JsonDocument.of(document)).options(safeMode()).provide(canon);
      canon.provide(new NQuadsWriter(writer));
    } catch (JsonLdError | IllegalStateException unreadable) {
      throw new UnprovableDocument(unreadable);
    } catch (RdfConsumerException | CharacterCodingException notUnicode) {
      throw new UnprovableDocument(notUnicode);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private JsonLdOptions safeMode() {
    var options = new JsonLdOptions(contexts);
    options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
    options.setOrdered(false);
    return options;
  }

  private static final class StepLimit implements RdfCanonTicker {
    private int steps;

    @Override
    public void tick() {
      if (++steps > MAX_STEPS) {
        throw new IllegalStateException("canonicalisation takes too many steps");
      }
    }
  }
}
