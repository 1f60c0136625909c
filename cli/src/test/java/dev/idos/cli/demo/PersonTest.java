package dev.idos.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.idos.credentials.subject.KycMember;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonTest {

  private static final Optional<Path> NONE = Optional.empty();

  @TempDir private Path folder = Path.of("");

  @Test
  void the_sample_is_a_complete_person_with_three_files() throws IOException {
    var person = Person.of(NONE, NONE, NONE);
    assertThat(person.subject().values()).containsKey(KycMember.ADDRESS_PROOF_FILE);
    assertThat(person.files()).isEqualTo(3);
    assertThat(person.fileBytes()).isBetween(500_000L, 10_000_000L);
  }

  @Test
  void the_sample_pictures_are_pictures() throws IOException {
    var person = Person.of(NONE, NONE, NONE);
    assertThat(ImageIO.read(new ByteArrayInputStream(person.document().toArray())).getWidth())
        .isEqualTo(1400);
    assertThat(ImageIO.read(new ByteArrayInputStream(person.selfie().toArray())).getHeight())
        .isEqualTo(1100);
  }

  @Test
  void an_address_may_be_an_object_of_its_own() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("subject.json"),
            """
            {"firstName": "Ada", "dateOfBirth": "1990-04-12", "idDocumentCountry": "PT",
             "idDocumentNumber": "X1", "idDocumentType": "PASSPORT",
             "residentialAddress": {"street": "Rua", "city": "Lisboa", "country": "PT"}}
            """);
    var subject = Person.of(Optional.of(file), NONE, NONE).subject();
    assertThat(subject.values()).containsEntry(KycMember.ADDRESS_CITY, "Lisboa");
  }

  @Test
  void a_missing_member_is_named() throws IOException {
    var file = Files.writeString(folder.resolve("subject.json"), "{\"firstName\": \"Ada\"}");
    var person = Person.of(Optional.of(file), NONE, NONE);
    assertThatThrownBy(person::subject).hasMessageContaining("dateOfBirth");
  }

  @Test
  void a_file_above_ten_mebibytes_is_refused() throws IOException {
    var file = Files.write(folder.resolve("document.png"), new byte[10 * 1024 * 1024 + 1]);
    assertThatThrownBy(() -> Person.of(NONE, Optional.of(file), NONE))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("larger than 10 MiB");
  }
}
