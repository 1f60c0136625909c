package dev.idos.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.idos.credentials.subject.KycMember;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.crypto.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What the issuer is shown: a person's data and the files that prove them.
public record Person(
    Map<String, String> members, Bytes document, Bytes selfie, Optional<Bytes> addressProof) {

  private static final String ADDRESS = "residentialAddress";
  private static final long LARGEST_FILE = 10 * 1024 * 1024;

  private static final Map<String, String> SAMPLE =
      Map.ofEntries(
          Map.entry("firstName", "Ada"),
          Map.entry("familyName", "Example"),
          Map.entry("dateOfBirth", "1990-04-12"),
          Map.entry("nationality", "PT"),
          Map.entry("email", "ada@example.org"),
          Map.entry("idDocumentCountry", "PT"),
          Map.entry("idDocumentNumber", "X0000000"),
          Map.entry("idDocumentType", "PASSPORT"),
          Map.entry("idDocumentDateOfExpiry", "2034-01-31"),
          Map.entry("residentialAddressStreet", "Rua de Exemplo"),
          Map.entry("residentialAddressHouseNumber", "7"),
          Map.entry("residentialAddressCity", "Lisboa"),
          Map.entry("residentialAddressCountry", "PT"),
          Map.entry("residentialAddressProofCategory", "UTILITY_BILL"));

  /// Reads what is given, and takes the sample for the rest.
  ///
  /// @throws IOException if a file cannot be read or is too large
  public static Person of(Optional<Path> subject, Optional<Path> document, Optional<Path> selfie)
      throws IOException {
    var members = subject.isPresent() ? readMembers(subject.get()) : SAMPLE;
    boolean hasAddress = members.keySet().stream().anyMatch(name -> name.startsWith(ADDRESS));
    return new Person(
        members,
        document.isPresent() ? readFile(document.get()) : SamplePictures.document(),
        selfie.isPresent() ? readFile(selfie.get()) : SamplePictures.selfie(),
        hasAddress ? Optional.of(SamplePictures.bill()) : Optional.empty());
  }

  /// The subject of the credential.
  ///
  /// @throws IllegalArgumentException naming every member that is missing or wrong
  public KycSubject subject() {
    var subject =
        KycSubject.builder("uuid:" + UUID.randomUUID())
            .texts(members)
            .file(KycMember.ID_DOCUMENT_FRONT_FILE, document)
            .file(KycMember.SELFIE_FILE, selfie);
    addressProof.ifPresent(file -> subject.file(KycMember.ADDRESS_PROOF_FILE, file));
    return subject.build();
  }

  /// How many files prove the data, and their bytes together.
  public int files() {
    return addressProof.isPresent() ? 3 : 2;
  }

  /// The bytes of all files.
  public long fileBytes() {
    return (long) document.length() + selfie.length() + addressProof.map(Bytes::length).orElse(0);
  }

  /// Members stand flat, or the address as an object of its own (`residentialAddress`).
  private static Map<String, String> readMembers(Path file) throws IOException {
    var members = new LinkedHashMap<String, String>();
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    if (!json.isObject()) {
      throw new IOException(file + ": expected a JSON object with the members of a person");
    }
    for (var member : json.properties()) {
      if (member.getKey().equals(ADDRESS) && member.getValue().isObject()) {
        for (var part : member.getValue().properties()) {
          members.put(ADDRESS + capital(part.getKey()), part.getValue().asText());
        }
      } else {
        members.put(member.getKey(), member.getValue().asText());
      }
    }
    if (members.keySet().stream().anyMatch(name -> name.startsWith(ADDRESS))) {
      members.putIfAbsent(ADDRESS + "ProofCategory", "UTILITY_BILL");
    }
    return Map.copyOf(members);
  }

  private static String capital(String name) {
    return name.isEmpty()
        ? name
        : name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
  }

  private static Bytes readFile(Path file) throws IOException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new IOException(file + ": larger than 10 MiB");
    }
    return Bytes.ofUnshared(Files.readAllBytes(file));
  }

  /// Without the data: a person's name must not end up in a log.
  @Override
  public String toString() {
    return "Person[" + members.size() + " members]";
  }
}
