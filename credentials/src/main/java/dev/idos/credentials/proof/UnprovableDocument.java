package dev.idos.credentials.proof;

/// A document about which an RDF proof cannot say anything: it names a context that is not shipped
/// or has members that no context defines.
public final class UnprovableDocument extends Exception {

  UnprovableDocument(Throwable cause) {
    super("the document has members or contexts that idOS does not define", cause);
  }

  UnprovableDocument(String reason) {
    super(reason);
  }
}
