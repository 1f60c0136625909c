package dev.idos.credentials.proof;

/// A document about which a proof cannot say anything: it names a context that is not shipped, has
/// members that no context defines, or texts that are not unicode.
public final class UnprovableDocument extends Exception {

  UnprovableDocument(Throwable cause) {
    super("the document has members, contexts or texts that cannot be signed", cause);
  }

  UnprovableDocument(String reason) {
    super(reason);
  }
}
