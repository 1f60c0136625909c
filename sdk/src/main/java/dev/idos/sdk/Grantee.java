package dev.idos.sdk;

/// Who shall read a copy, and the key it is encrypted to.
///
/// @param identifier what the network knows the company by
public record Grantee(String identifier, RecipientKey key) {

  /// A company as it introduced itself, on its own page or in its request. Whether the identifier
  /// is that of the company it claims to be is looked up with [Connected#parties], or known.
  public static Grantee of(KeyStatement statement, String chainId) {
    var key = statement.trusted(chainId);
    return new Grantee(statement.company(), key);
  }
}
