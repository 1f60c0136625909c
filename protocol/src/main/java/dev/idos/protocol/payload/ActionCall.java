package dev.idos.protocol.payload;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Require;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.value.EncodedValue;
import java.util.List;

/// A call of a view. It is no transaction payload: it travels in `user.call`.
///
/// @param namespace as written; empty means `main`
/// @param action the name as written
public record ActionCall(String namespace, String action, List<EncodedValue> arguments) {

  public ActionCall {
    arguments = List.copyOf(arguments);
    Require.that(arguments.size() <= 0xffff, "at most 65535 arguments");
  }

  /// Its bytes.
  public Bytes encode() {
    var out = new WireWriter().version().text(namespace).text(action);
    Arguments.write(out, arguments);
    return out.toBytes();
  }

  /// The call that bytes spell, all of them.
  public static ActionCall decode(Bytes bytes) throws MalformedException {
    WireReader in = WireReader.of(bytes);
    in.version();
    var call = new ActionCall(in.text(), in.text(), Arguments.read(in));
    in.end();
    return call;
  }
}
