package dev.idos.node.session;

import dev.idos.crypto.Bytes;
import dev.idos.protocol.Utf8;
import dev.idos.protocol.message.LoginMessage;

/// The text a wallet signs to log in here. Statement and uri are constants, so that the login can
/// be rebuilt from its [Login] alone.
public final class LoginText {

  public static final String STATEMENT = "idOS node login";
  public static final String URI = "idos:login";
  public static final String VERSION = "1";

  private LoginText() {}

  static Bytes of(Login login, String chainId) {
    return Utf8.encode(
        new LoginMessage(
                login.domain(),
                STATEMENT,
                URI,
                VERSION,
                chainId,
                login.nonce().text(),
                login.nonce().issued().toString(),
                login.nonce().expires().toString())
            .text());
  }
}
