package dev.idos.credentials.subject;

/// What a member of a KYC subject may hold.
enum MemberKind {
  TEXT("a text without control characters"),
  SSN("9 characters without dashes"),
  GENDER("M, F or OTHER"),
  COUNTRY("an ISO 3166-1 alpha-2 code in capitals"),
  EMAIL("an e-mail address"),
  DATE("an ISO 8601 date"),
  DOCUMENT_TYPE("a document type of idOS, such as PASSPORT"),
  FILE("a file that is not empty");

  private final String expectation;

  MemberKind(String expectation) {
    this.expectation = expectation;
  }

  String expectation() {
    return expectation;
  }

  boolean accepts(String text) {
    return switch (this) {
      case TEXT -> MemberRules.isPlainText(text);
      case SSN -> MemberRules.isSsn(text);
      case GENDER -> MemberRules.isGender(text);
      case COUNTRY -> MemberRules.isCountry(text);
      case EMAIL -> MemberRules.isEmail(text);
      case DATE -> MemberRules.isInstant(text);
      case DOCUMENT_TYPE -> IdDocumentType.named(text).isPresent();
      case FILE -> MemberRules.isFile(text);
    };
  }
}
