package dev.idos.protocol.payload;

import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Require;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.value.EncodedValue;
import java.util.ArrayList;
import java.util.List;

/// `execute`: one action, run once for each list of arguments, all or nothing.
///
/// @param namespace as written; empty means `main`
/// @param action the name as written
/// @param calls one list of arguments a run; none at all means one run without arguments
public record ActionExecution(String namespace, String action, List<List<EncodedValue>> calls)
    implements Payload {

  public static final String TYPE = "execute";

  public ActionExecution {
    calls = calls.stream().map(List::copyOf).toList();
    Require.that(calls.size() <= 0xffff, "at most 65535 calls");
    for (List<EncodedValue> call : calls) {
      Require.that(call.size() <= 0xffff, "at most 65535 arguments");
    }
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void writeTo(WireWriter out) {
    out.text(namespace).text(action).u16(calls.size());
    for (List<EncodedValue> call : calls) {
      Arguments.write(out, call);
    }
  }

  static ActionExecution read(WireReader in) throws MalformedException {
    String namespace = in.text();
    String action = in.text();
    int count = in.count(in.u16(), 2);
    var calls = new ArrayList<List<EncodedValue>>(count);
    for (int i = 0; i < count; i++) {
      calls.add(Arguments.read(in));
    }
    return new ActionExecution(namespace, action, calls);
  }
}
