package dev.idos.node.session;

/// A login and the website that opened it. Another website never uses it.
public record OpenLogin(Origin.Known origin, Login login) {

  boolean replaces(OpenLogin older) {
    return origin.equals(older.origin)
        && login.isOf(older.login().scheme(), older.login().sender());
  }
}
