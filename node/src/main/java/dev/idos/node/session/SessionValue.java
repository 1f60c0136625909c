package dev.idos.node.session;

import dev.idos.crypto.AuthScheme;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// What a cookie or a bearer header holds: the open logins, oldest first, in at most 3,500
/// characters of base64url.
public record SessionValue(List<OpenLogin> logins) {

  /// The longest value: a browser drops a cookie of more than 4,096 bytes.
  public static final int LONGEST = 3_500;

  public static final SessionValue EMPTY = new SessionValue(List.of());

  private static final int VERSION = 1;

  public SessionValue {
    logins = List.copyOf(logins);
  }

  /// Reads a value; anything that is not one holds no logins.
  public static SessionValue parse(String text) {
    if (text.isEmpty() || text.length() > LONGEST) {
      return EMPTY;
    }
    try {
      return read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(text)));
    } catch (IllegalArgumentException | BufferUnderflowException malformed) {
      return EMPTY;
    }
  }

  /// This value with one more login. The login replaces an older one of the same wallet and origin;
  /// the oldest go when it grows too long. Nothing, if the login does not fit alone.
  public Optional<SessionValue> with(OpenLogin login) {
    var kept = new ArrayList<>(without(login::replaces).logins);
    kept.add(login);
    while (kept.size() > 1 && new SessionValue(kept).text().length() > LONGEST) {
      kept.removeFirst();
    }
    var value = new SessionValue(kept);
    return value.text().length() <= LONGEST ? Optional.of(value) : Optional.empty();
  }

  /// This value without some of its logins.
  public SessionValue without(Predicate<OpenLogin> gone) {
    return new SessionValue(logins.stream().filter(gone.negate()).toList());
  }

  /// The form that travels; empty when there are no logins.
  public String text() {
    if (logins.isEmpty()) {
      return "";
    }
    var out = new ByteArrayOutputStream();
    out.write(VERSION);
    for (OpenLogin open : logins) {
      writePart(out, Utf8.encode(open.origin().text()));
      writePart(out, Utf8.encode(open.login().domain()));
      writePart(out, Utf8.encode(open.login().scheme().wireName()));
      writePart(out, open.login().sender());
      out.writeBytes(open.login().nonce().toBytes().toArray());
      writePart(out, open.login().signature());
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(out.toByteArray());
  }

  private static SessionValue read(ByteBuffer in) {
    if (in.get() != VERSION) {
      return EMPTY;
    }
    var logins = new ArrayList<OpenLogin>();
    while (in.hasRemaining()) {
      var origin = new Origin.Known(readText(in));
      String domain = readText(in);
      AuthScheme scheme = AuthScheme.named(readText(in)).orElseThrow(SessionValue::malformed);
      Bytes sender = readPart(in);
      var nonce = new byte[LoginNonce.LENGTH];
      in.get(nonce);
      var login =
          new Login(
              domain, LoginNonce.ofBytes(Bytes.ofUnshared(nonce)), scheme, sender, readPart(in));
      logins.add(new OpenLogin(origin, login));
    }
    return new SessionValue(logins);
  }

  private static void writePart(ByteArrayOutputStream out, Bytes part) {
    out.write(part.length() >>> 8);
    out.write(part.length());
    out.writeBytes(part.exposeUnshared());
  }

  private static Bytes readPart(ByteBuffer in) {
    var part = new byte[Short.toUnsignedInt(in.getShort())];
    in.get(part);
    return Bytes.ofUnshared(part);
  }

  private static String readText(ByteBuffer in) {
    return Utf8.decode(readPart(in)).orElseThrow(SessionValue::malformed);
  }

  private static IllegalArgumentException malformed() {
    return new IllegalArgumentException("a session holds texts and known schemes");
  }
}
