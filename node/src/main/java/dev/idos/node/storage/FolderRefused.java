package dev.idos.node.storage;

/// Why a data folder cannot be used, as a sentence for whoever started the node.
public final class FolderRefused extends RuntimeException {

  /// A refusal for a reason of the folder's own.
  public FolderRefused(String sentence) {
    super(sentence);
  }

  FolderRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
