package dev.idos.cli.demo;

import dev.idos.cli.terminal.Steps;
import dev.idos.cli.terminal.Steps.Broken;

/// The whole script: a person is verified once, reuses the credential at a second and a third
/// company, stays in control, and leaves.
public final class KycJourney {

  private final Stage stage;
  private final Person person;
  private final Steps steps;

  /// A journey of one person on one network.
  public KycJourney(Stage stage, Person person, Steps steps) {
    this.stage = stage;
    this.person = person;
    this.steps = steps;
  }

  /// Plays all chapters.
  ///
  /// @throws Broken at the first step that does not hold
  public void play() throws Broken {
    var verified = new GettingVerified(stage, person, steps).play();
    var shared = new Reuse(stage, verified, steps).play();
    new StayingInControl(stage, verified, steps).play(shared);
    new Leaving(verified, steps).play(shared);
  }
}
