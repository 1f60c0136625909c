package dev.idos.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// Who may know whom. The companies meet people and each other's credentials through the network
/// only, as real ones would.
class ArrowsTest {

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.idos.demo");

  @Test
  void companies_know_the_sdk_and_nothing_of_a_node() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("dev.idos.node..", "dev.idos.ledger..", "dev.idos.consensus..")
        .check(CODE);
  }

  @Test
  void the_issuer_and_those_who_read_do_not_know_each_other() {
    noClasses()
        .that()
        .resideInAPackage("dev.idos.demo.issuer..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.idos.demo.company..")
        .check(CODE);
    noClasses()
        .that()
        .resideInAPackage("dev.idos.demo.company..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("dev.idos.demo.issuer..")
        .check(CODE);
  }

  @Test
  void a_site_serves_whatever_stands_on_it_and_knows_none_of_it() {
    noClasses()
        .that()
        .resideInAPackage("dev.idos.demo.site..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.idos.demo",
            "dev.idos.demo.issuer..",
            "dev.idos.demo.company..",
            "dev.idos.credentials..")
        .check(CODE);
  }

  @Test
  void only_a_site_touches_the_web_server() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.idos.demo.site..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.helidon..")
        .check(CODE);
  }
}
