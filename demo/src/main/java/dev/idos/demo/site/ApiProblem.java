package dev.idos.demo.site;

/// Why a request is not served, in a sentence for whoever sent it.
public final class ApiProblem extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  /// @param status of HTTP
  /// @param sentence what happened and what to do; never anything that was sent
  public ApiProblem(int status, String sentence) {
    super(sentence, null, false, false);
    this.status = status;
  }

  /// Something in the request is missing or wrong.
  public static ApiProblem badRequest(String sentence) {
    return new ApiProblem(400, sentence);
  }

  /// There is no such thing, or none the sender may know of.
  public static ApiProblem notFound(String sentence) {
    return new ApiProblem(404, sentence);
  }

  /// It cannot be done in the state things are in.
  public static ApiProblem conflict(String sentence) {
    return new ApiProblem(409, sentence);
  }

  /// The status of HTTP.
  public int status() {
    return status;
  }

  /// The sentence.
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
