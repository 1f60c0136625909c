package dev.idos.node.genesis;

/// Why a genesis file or the demo keys cannot be used, as a sentence for whoever started the node.
public final class GenesisRefused extends RuntimeException {

  GenesisRefused(String sentence) {
    super(sentence);
  }

  GenesisRefused(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
