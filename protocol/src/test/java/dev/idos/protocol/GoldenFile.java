package dev.idos.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file of the repository that is derived from the code. Run the test with `-Didos.update=true`
/// to write it again, and read what changed before committing it.
public final class GoldenFile {

  private GoldenFile() {}

  /// Asserts that the file says what the code says.
  public static void matches(String relative, String derived) throws IOException {
    Path file = Vectors.path(relative);
    if (Boolean.getBoolean("idos.update")) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, derived);
    }
    assertThat(Files.readString(file)).as("%s, from the code", relative).isEqualTo(derived);
  }
}
