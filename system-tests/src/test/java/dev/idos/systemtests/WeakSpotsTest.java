package dev.idos.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every weak spot of the original has a test that carries its number, and a line in the docs.
class WeakSpotsTest {

  private static final Pattern TEST = Pattern.compile("void (w\\d\\d)_");

  @Test
  void every_weak_spot_has_a_test() throws IOException {
    var tested = new TreeSet<String>();
    try (Stream<Path> files = Files.walk(NodeScript.ROOT, 12)) {
      for (Path file : files.filter(WeakSpotsTest::isJavaTest).toList()) {
        TEST.matcher(Files.readString(file)).results().forEach(found -> tested.add(found.group(1)));
      }
    }
    assertThat(tested).containsAll(numbers("w%02d"));
  }

  @Test
  void every_weak_spot_is_told() throws IOException {
    String page = Files.readString(NodeScript.ROOT.resolve("docs/spec/weak-spots.md"));
    assertThat(numbers("| W%d |")).allSatisfy(row -> assertThat(page).contains(row));
  }

  private static Set<String> numbers(String form) {
    var numbers = new TreeSet<String>();
    IntStream.rangeClosed(1, 33)
        .forEach(number -> numbers.add(String.format(Locale.ROOT, form, number)));
    return numbers;
  }

  private static boolean isJavaTest(Path file) {
    String path = file.toString();
    return path.endsWith("Test.java") && path.contains("src/test") && !path.contains("target");
  }
}
