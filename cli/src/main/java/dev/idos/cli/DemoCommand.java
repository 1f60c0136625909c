package dev.idos.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.cli.demo.KycJourney;
import dev.idos.cli.demo.Person;
import dev.idos.cli.demo.Stage;
import dev.idos.cli.terminal.Screen;
import dev.idos.cli.terminal.Steps;
import dev.idos.protocol.Refusal;
import dev.idos.sdk.Connected;
import dev.idos.sdk.IssuerKeys;
import dev.idos.sdk.RegistrarClient;
import dev.idos.sdk.net.IdosException.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `idos demo`: the main job on real files.
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    description =
        "Verifies a person once and reuses the credential at a second and a third company, on a"
            + " node of its own or on yours.")
final class DemoCommand implements Callable<Integer> {

  private static final String ISSUER_NAME = "Acme KYC";

  @Option(
      names = "--node",
      paramLabel = "URL",
      description = "A node that runs already; needs keys of an issuer registered there.")
  private Optional<String> node = Optional.empty();

  @Option(
      names = "--issuer-keys",
      paramLabel = "FILE",
      description =
          "Keys of that issuer, such as demo-keys.json in the data folder of `idos up`"
              + " (default: the one of this clone).")
  private Optional<Path> issuerKeys = Optional.empty();

  @Option(
      names = "--subject",
      paramLabel = "FILE",
      description = "The person's data as JSON: firstName, familyName, dateOfBirth, …")
  private Optional<Path> subject = Optional.empty();

  @Option(
      names = "--document",
      paramLabel = "FILE",
      description = "A picture of the identity document, up to 10 MiB.")
  private Optional<Path> document = Optional.empty();

  @Option(names = "--selfie", paramLabel = "FILE", description = "A picture of the person.")
  private Optional<Path> selfie = Optional.empty();

  @Mixin private final Output output = new Output();

  @Override
  public Integer call() throws Exception {
    var screen = output.screen();
    var person = readPerson();
    long start = System.nanoTime();
    if (node.isPresent()) {
      return play(node.get(), keysFor(node.get()), person, screen, start);
    }
    try (var own = LocalNode.start()) {
      screen.line("a node of its own answers at " + own.url());
      return play(own.url(), own.keys(), person, screen, start);
    }
  }

  private int play(String url, KeyFile keys, Person person, Screen screen, long start) {
    try (var network = Connected.to(url)) {
      var random = new SecureRandom();
      var steps = new Steps(screen, output.programs());
      var issuer = issuerOn(network, keys, random);
      try {
        new KycJourney(new Stage(network, issuer, random), person, steps).play();
      } catch (Steps.Broken broken) {
        conclude(screen, steps.held(), start, false);
        return broken.isUnavailable() ? ExitCode.UNAVAILABLE : ExitCode.FAILED;
      }
      conclude(screen, steps.held(), start, true);
      return ExitCode.DONE;
    }
  }

  private void conclude(Screen screen, int held, long start, boolean all) {
    double seconds = (System.nanoTime() - start) / 1e9;
    output
        .programs()
        .ifPresent(
            out ->
                out.println(
                    JsonNodeFactory.instance
                        .objectNode()
                        .put("steps", held)
                        .put("seconds", Math.round(seconds * 10) / 10.0)
                        .put("held", all)));
    screen.line(
        all
            ? String.format(Locale.ROOT, "demo: %d steps held in %.1f s", held, seconds)
            : String.format(Locale.ROOT, "demo: step %d did not hold", held + 1));
  }

  /// With the key of the network's owner a new issuer is registered; without it, the file's
  /// issuer is registered already.
  private static IssuerKeys issuerOn(Connected network, KeyFile keys, SecureRandom random) {
    if (keys.owner().isEmpty()) {
      return keys.issuer();
    }
    var issuer = IssuerKeys.generate(random);
    var registrar = network.registrar(keys.owner().get());
    registrar.addDelegate(register(registrar, random), issuer.publicKey());
    return issuer;
  }

  /// On a node where the demo has run before, the name is taken.
  private static dev.idos.protocol.InserterId register(
      RegistrarClient registrar, SecureRandom random) {
    try {
      return registrar.register(ISSUER_NAME);
    } catch (Refused taken) {
      if (!taken.refusal().is(Refusal.INSERTER_EXISTS)) {
        throw taken;
      }
      return registrar.register(ISSUER_NAME + " " + (1000 + random.nextInt(9000)));
    }
  }

  private Person readPerson() throws WrongUse {
    try {
      var person = Person.of(subject, document, selfie);
      person.subject();
      return person;
    } catch (IOException | IllegalArgumentException unusable) {
      throw new WrongUse("the person's files cannot be used: " + unusable.getMessage());
    }
  }

  private KeyFile keysFor(String url) throws IOException, WrongUse {
    var file = issuerKeys.orElseGet(() -> DataPath.standard().resolve(KeyFile.NAME));
    if (!java.nio.file.Files.isReadable(file)) {
      throw new WrongUse(
          "an issuer registered at "
              + url
              + " is needed: give its keys with --issuer-keys FILE (for a node of `idos up`, "
              + KeyFile.NAME
              + " in its data folder)");
    }
    return KeyFile.read(file);
  }
}
