package dev.idos.credentials.subject;

import java.util.Optional;

/// The members of a KYC subject (version 2) in the order they are written.
public enum KycMember {
  FIRST_NAME("firstName", MemberKind.TEXT),
  MIDDLE_NAME("middleName", MemberKind.TEXT),
  FAMILY_NAME("familyName", MemberKind.TEXT),
  MAIDEN_NAME("maidenName", MemberKind.TEXT),
  GENDER("gender", MemberKind.GENDER),
  DATE_OF_BIRTH("dateOfBirth", MemberKind.DATE, Need.REQUIRED),
  PLACE_OF_BIRTH("placeOfBirth", MemberKind.TEXT),
  NATIONALITY("nationality", MemberKind.COUNTRY),
  SSN("ssn", MemberKind.SSN),
  EMAIL("email", MemberKind.EMAIL),
  PHONE_NUMBER("phoneNumber", MemberKind.TEXT),
  ID_DOCUMENT_COUNTRY("idDocumentCountry", MemberKind.COUNTRY, Need.REQUIRED),
  ID_DOCUMENT_NUMBER("idDocumentNumber", MemberKind.TEXT, Need.REQUIRED),
  ID_DOCUMENT_TYPE("idDocumentType", MemberKind.DOCUMENT_TYPE, Need.REQUIRED),
  ID_DOCUMENT_DATE_OF_ISSUE("idDocumentDateOfIssue", MemberKind.DATE),
  ID_DOCUMENT_DATE_OF_EXPIRY("idDocumentDateOfExpiry", MemberKind.DATE),
  ID_DOCUMENT_FRONT_FILE("idDocumentFrontFile", MemberKind.FILE, Need.REQUIRED),
  ID_DOCUMENT_BACK_FILE("idDocumentBackFile", MemberKind.FILE),
  SELFIE_FILE("selfieFile", MemberKind.FILE, Need.REQUIRED),
  ADDRESS_STREET("residentialAddressStreet", MemberKind.TEXT, Need.WITH_ADDRESS),
  ADDRESS_HOUSE_NUMBER("residentialAddressHouseNumber", MemberKind.TEXT),
  ADDRESS_ADDITIONAL_INFO("residentialAddressAdditionalAddressInfo", MemberKind.TEXT),
  ADDRESS_REGION("residentialAddressRegion", MemberKind.TEXT),
  ADDRESS_CITY("residentialAddressCity", MemberKind.TEXT, Need.WITH_ADDRESS),
  ADDRESS_POSTAL_CODE("residentialAddressPostalCode", MemberKind.TEXT),
  ADDRESS_COUNTRY("residentialAddressCountry", MemberKind.COUNTRY, Need.WITH_ADDRESS),
  ADDRESS_PROOF_CATEGORY("residentialAddressProofCategory", MemberKind.TEXT, Need.WITH_ADDRESS),
  ADDRESS_PROOF_DATE_OF_ISSUE("residentialAddressProofDateOfIssue", MemberKind.DATE),
  ADDRESS_PROOF_FILE("residentialAddressProofFile", MemberKind.FILE, Need.WITH_ADDRESS);

  private static final String ADDRESS_PREFIX = "residentialAddress";

  private final String wireName;
  private final MemberKind kind;
  private final Need need;

  KycMember(String wireName, MemberKind kind) {
    this(wireName, kind, Need.OPTIONAL);
  }

  KycMember(String wireName, MemberKind kind, Need need) {
    this.wireName = wireName;
    this.kind = kind;
    this.need = need;
  }

  /// The name inside a credential.
  public String wireName() {
    return wireName;
  }

  /// Whether the member holds a file.
  public boolean isFile() {
    return kind == MemberKind.FILE;
  }

  /// Whether the member holds a date.
  public boolean isDate() {
    return kind == MemberKind.DATE;
  }

  /// Finds a member by its exact name.
  public static Optional<KycMember> named(String wireName) {
    for (KycMember member : values()) {
      if (member.wireName.equals(wireName)) {
        return Optional.of(member);
      }
    }
    return Optional.empty();
  }

  MemberKind kind() {
    return kind;
  }

  boolean isOfAddress() {
    return wireName.startsWith(ADDRESS_PREFIX);
  }

  boolean isNeeded(boolean withAddress) {
    return need == Need.REQUIRED || (need == Need.WITH_ADDRESS && withAddress);
  }

  /// When a subject must have a member.
  enum Need {
    OPTIONAL,
    REQUIRED,
    /// As soon as any member of the residential address is there.
    WITH_ADDRESS
  }
}
