package dev.idos.protocol.payload;

import dev.idos.crypto.KeyType;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;

/// The number of a key type inside payloads.
final class KeyTypes {

  private KeyTypes() {}

  static KeyType read(WireReader in) throws MalformedException {
    long number = in.u32();
    for (KeyType type : KeyType.values()) {
      if (type.wireNumber() == number) {
        return type;
      }
    }
    throw new MalformedException("unknown key type " + number);
  }
}
