package dev.idos.protocol.payload;

import dev.idos.protocol.MalformedException;
import dev.idos.protocol.Require;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.value.EncodedValue;
import dev.idos.protocol.value.EncodedValueCodec;
import java.util.ArrayList;
import java.util.List;

/// `raw_statement`: SQL of the caller. Nobody has the right to it here.
public record RawStatement(String statement, List<Parameter> parameters) implements Payload {

  public static final String TYPE = "raw_statement";
  private static final int SMALLEST_PARAMETER = 8;

  /// A named value of the statement.
  public record Parameter(String name, EncodedValue value) {}

  public RawStatement {
    parameters = List.copyOf(parameters);
    Require.that(parameters.size() <= 0xffff, "at most 65535 parameters");
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void writeTo(WireWriter out) {
    out.text(statement).u16(parameters.size());
    for (Parameter parameter : parameters) {
      out.text(parameter.name()).bytes(EncodedValueCodec.encode(parameter.value()));
    }
  }

  static RawStatement read(WireReader in) throws MalformedException {
    String statement = in.text();
    int count = in.count(in.u16(), SMALLEST_PARAMETER);
    var parameters = new ArrayList<Parameter>(count);
    for (int i = 0; i < count; i++) {
      parameters.add(new Parameter(in.text(), Arguments.decode(in.nested())));
    }
    return new RawStatement(statement, parameters);
  }
}
