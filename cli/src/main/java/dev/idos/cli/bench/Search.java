package dev.idos.cli.bench;

/// Looks for bytes inside an answer, without making a text of it.
final class Search {

  private Search() {}

  static boolean contains(byte[] answer, byte[] wanted) {
    for (int at = 0; at + wanted.length <= answer.length; at++) {
      int matched = 0;
      while (matched < wanted.length && answer[at + matched] == wanted[matched]) {
        matched++;
      }
      if (matched == wanted.length) {
        return true;
      }
    }
    return false;
  }
}
