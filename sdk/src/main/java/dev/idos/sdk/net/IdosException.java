package dev.idos.sdk.net;

import java.util.Locale;

/// Why a call did not succeed. Three kinds, never mixed: the network said no, nobody answered, or
/// an answer cannot be believed.
public abstract sealed class IdosException extends RuntimeException {

  private IdosException(String message, boolean trace) {
    super(message, null, false, trace);
  }

  private IdosException(String message, Throwable cause) {
    super(message, cause);
  }

  /// The network will not do what it was asked, and nothing has changed.
  public static final class Refused extends IdosException {

    private final transient NodeRefusal refusal;

    public Refused(NodeRefusal refusal) {
      super(refusal.text() + " (code " + refusal.code() + ")", false);
      this.refusal = refusal;
    }

    /// Which no it was.
    public NodeRefusal refusal() {
      return refusal;
    }
  }

  /// The world's fault: no node answered in time.
  public static final class Unavailable extends IdosException {

    private final Retry retry;

    public Unavailable(String message, Retry retry, Throwable cause) {
      super(message, cause);
      this.retry = retry;
    }

    /// What may be done again.
    public Retry retry() {
      return retry;
    }
  }

  /// What may be repeated after nobody answered.
  public enum Retry {
    /// Nothing was changed: ask again.
    SAFE,
    /// The outcome is unknown: look it up, or send the very same transaction again; a newly
    /// signed one could do the same thing twice.
    SAME_TRANSACTION_ONLY
  }

  /// A node's answer contradicts what this client knows better. Nothing was signed, encrypted or
  /// believed because of it.
  public static final class Distrusted extends IdosException {

    private final Doubt doubt;

    public Distrusted(Doubt doubt) {
      super(doubt.sentence() + ": refused", true);
      this.doubt = doubt;
    }

    /// What cannot be believed.
    public Doubt doubt() {
      return doubt;
    }
  }

  /// What an answer can be doubted for.
  public enum Doubt {
    RECIPIENT_KEY("the node names another encryption key than its owner does"),
    RECIPIENT_KEY_UNCONFIRMED("fewer than f+1 of at least four validators name this key"),
    STATEMENT_SIGNATURE("the wallet did not sign this statement"),
    SIGNING_TEXT("the node's text to sign differs from the one rebuilt here"),
    CHAIN("the node belongs to another network"),
    CONTENT("the content is not the one that was granted"),
    ANSWER("the node's answer has not the form of the protocol");

    private final String sentence;

    Doubt(String sentence) {
      this.sentence = sentence;
    }

    /// What is wrong, in one sentence.
    public String sentence() {
      return sentence;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
