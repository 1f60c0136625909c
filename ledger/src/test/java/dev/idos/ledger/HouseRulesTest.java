package dev.idos.ledger;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import dev.idos.ledger.store.Reader;
import java.security.DigestException;
import java.security.MessageDigest;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What a file of the ledger may use. A clock, a random number, a thread or an order that differs
/// from one start to the next would let two honest nodes disagree.
class HouseRulesTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.idos.ledger");

  private static final Set<String> NONDETERMINISTIC =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.lang.System.nanoTime",
          "java.lang.System.getenv",
          "java.lang.System.getProperty",
          "java.lang.System.identityHashCode",
          "java.lang.Math.random",
          "java.util.UUID.randomUUID",
          "java.util.Set.of",
          "java.util.Set.copyOf",
          "java.util.Map.of",
          "java.util.Map.ofEntries",
          "java.util.Map.copyOf",
          "java.util.stream.BaseStream.parallel",
          "java.util.Collection.parallelStream");

  private static final Set<String> OUTSIDE_THE_BLOCK =
      Set.of(
          "java.lang.Thread",
          "java.lang.Process",
          "java.lang.ProcessBuilder",
          "java.util.Random",
          "java.util.Date",
          "java.util.Timer",
          "java.util.IdentityHashMap");

  private static final Pattern EMPTY_NAMES =
      Pattern.compile(".*(Manager|Util|Utils|Helper|Impl|Service|DTO)");

  @Test
  void the_ledger_knows_no_clock_no_chance_no_thread_and_no_files() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..",
            "java.nio.file..",
            "java.nio.channels..",
            "java.net..",
            "java.sql..",
            "java.time..",
            "java.util.concurrent..")
        .orShould()
        .dependOnClassesThat(
            describe("are outside the block", type -> OUTSIDE_THE_BLOCK.contains(type.getName())))
        .orShould()
        .accessTargetWhere(
            describe(
                "is nondeterministic",
                (JavaAccess<?> access) ->
                    NONDETERMINISTIC.contains(
                        access.getTargetOwner().getName() + "." + access.getName())))
        .check(CODE);
  }

  @Test
  void of_cryptography_the_ledger_knows_hashes_only() {
    noClasses()
        .should()
        .dependOnClassesThat(
            describe("are java.security beyond hashes", HouseRulesTest::isSecurityBeyondHashes))
        .check(CODE);
  }

  @Test
  void the_ledger_knows_crypto_and_protocol_and_nobody_else() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            "org.jspecify..",
            "dev.idos.crypto..",
            "dev.idos.protocol..",
            "dev.idos.ledger..")
        .check(CODE);
  }

  @Test
  void packages_have_no_cycles() {
    slices().matching("dev.idos.ledger.(**)").should().beFreeOfCycles().check(CODE);
  }

  @Test
  void only_views_read_contents() {
    noClasses()
        .that()
        .resideOutsideOfPackages("dev.idos.ledger.store", "..views..")
        .should()
        .callMethod(Reader.class, "content", UUID.class)
        .check(CODE);
  }

  @Test
  void names_say_something() {
    noClasses()
        .should(
            ArchConditions.be(
                describe(
                    "named by a word that says nothing",
                    (JavaClass type) -> EMPTY_NAMES.matcher(type.getSimpleName()).matches())))
        .check(CODE);
  }

  private static boolean isSecurityBeyondHashes(JavaClass type) {
    return type.getPackageName().startsWith("java.security")
        && !type.isEquivalentTo(MessageDigest.class)
        && !type.isEquivalentTo(DigestException.class);
  }
}
