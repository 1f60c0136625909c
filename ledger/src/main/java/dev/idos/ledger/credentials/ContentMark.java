package dev.idos.ledger.credentials;

import dev.idos.crypto.Bytes;
import dev.idos.crypto.Sha256;
import dev.idos.ledger.proofs.CredentialProof;

/// What stands for a content in rows and in the state root: the hash and the length of its text.
public record ContentMark(Bytes sha256, long length) {

  /// The mark of a content that was erased before its row.
  public static final ContentMark NOTHING = new ContentMark(Sha256.of(Bytes.EMPTY), 0);

  /// Marks a content whose proof held: it is base64, so that its characters are its bytes.
  public static ContentMark of(String content, CredentialProof proof) {
    return new ContentMark(proof.contentHash(), content.length());
  }
}
