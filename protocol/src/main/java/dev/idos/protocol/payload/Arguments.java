package dev.idos.protocol.payload;

import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import dev.idos.protocol.value.EncodedValue;
import dev.idos.protocol.value.EncodedValueCodec;
import java.util.ArrayList;
import java.util.List;

/// One list of argument values: a count and each value with its length.
final class Arguments {

  private static final int SMALLEST_VALUE = 4;

  private Arguments() {}

  static void write(WireWriter out, List<EncodedValue> arguments) {
    out.u16(arguments.size());
    for (EncodedValue argument : arguments) {
      out.u32(EncodedValueCodec.size(argument));
      EncodedValueCodec.writeTo(out, argument);
    }
  }

  static List<EncodedValue> read(WireReader in) throws MalformedException {
    int count = in.count(in.u16(), SMALLEST_VALUE);
    var arguments = new ArrayList<EncodedValue>(count);
    for (int i = 0; i < count; i++) {
      arguments.add(decode(in.nested()));
    }
    return arguments;
  }

  static EncodedValue decode(WireReader in) throws MalformedException {
    try {
      return EncodedValueCodec.decode(in);
    } catch (MalformedException malformed) {
      throw malformed.within("failed to decode argument");
    }
  }
}
