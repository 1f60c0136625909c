package dev.idos.protocol.payload;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Account;
import dev.idos.protocol.MalformedException;
import dev.idos.protocol.encoding.WireReader;
import dev.idos.protocol.encoding.WireWriter;
import java.math.BigInteger;

/// `transfer`: native tokens to another account. There are none here.
public record Transfer(Account to, BigInteger amount) implements Payload {

  public static final String TYPE = "transfer";

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public void writeTo(WireWriter out) {
    out.bytes(encodeAccount(to)).bigInteger(amount);
  }

  /// The bytes of an account id.
  public static Bytes encodeAccount(Account account) {
    return new WireWriter()
        .version()
        .bytes(account.identifier())
        .u32(account.keyType().wireNumber())
        .toBytes();
  }

  static Transfer read(WireReader in) throws MalformedException {
    WireReader account = in.nested();
    account.version();
    Bytes identifier = account.bytes();
    var to = new Account(KeyTypes.read(account), identifier);
    account.end();
    BigInteger amount = in.bigInteger();
    if (amount == null) {
      throw new MalformedException("the amount is missing");
    }
    return new Transfer(to, amount);
  }
}
