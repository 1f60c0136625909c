package dev.idos.ledger;

import static dev.idos.ledger.People.ALICE;
import static dev.idos.ledger.People.BOB;
import static dev.idos.ledger.People.CONSUMER;
import static dev.idos.ledger.People.CONSUMER_EVM;
import static dev.idos.ledger.People.ISSUER;
import static dev.idos.ledger.People.RIVAL;
import static dev.idos.ledger.People.STRANGER;

import dev.idos.ledger.accessgrants.AccessGrant;
import dev.idos.ledger.accessgrants.AccessGrants;
import dev.idos.protocol.AttributeId;
import dev.idos.protocol.action.AccessGrantAction.RevokeAccessGrant;
import dev.idos.protocol.action.Action;
import dev.idos.protocol.action.AttributeAction.AddAttribute;
import dev.idos.protocol.action.CredentialAction.EditPublicNotesAsIssuer;
import dev.idos.protocol.action.CredentialAction.RemoveCredential;
import dev.idos.protocol.action.CredentialAction.RescindSharedCredential;
import dev.idos.protocol.action.UserAction.AddUserAsInserter;
import dev.idos.protocol.action.UserAction.RemoveUser;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Actions as somebody would send them who wants to break the ledger: few names, so that they
/// meet; wrong callers, wrong locks, papers used twice.
final class HostileActions {

  /// One thing somebody does.
  record Deed(Person caller, Action action) {}

  private static final List<Person> EVERYBODY =
      List.of(ALICE, BOB, CONSUMER, CONSUMER_EVM, ISSUER, RIVAL, STRANGER);

  private final Random random;
  private final World world;

  HostileActions(long seed, World world) {
    this.random = new Random(seed);
    this.world = world;
  }

  Deed next() {
    Person owner = one(List.of(ALICE, BOB));
    return switch (random.nextInt(14)) {
      case 0, 1 -> by(owner, Documents.add(original(), Documents.issued(original())));
      case 2 -> {
        String name = original();
        yield by(
            one(List.of(ISSUER, RIVAL)), Documents.upsert(name, owner, Documents.issued(name)));
      }
      case 3 -> by(owner, Documents.edit(anyName(), Documents.signed("me", original(), "{}")));
      case 4 -> by(ISSUER, rewrite(original()));
      case 5 -> by(owner, new RemoveCredential(Documents.id(anyName())));
      case 6 -> by(grantee(), new RescindSharedCredential(Documents.id(anyName())));
      case 7, 8 -> by(owner, Documents.share(copy(), anyName(), grantee().identifier(), lock()));
      case 9 -> by(ISSUER, paper(owner));
      case 10 -> {
        Person reader = grantee();
        String name = random.nextBoolean() ? copy() : Papers.copy(original());
        yield by(reader, Papers.access(owner, reader.identifier(), Documents.id(name), lock()));
      }
      case 11 -> by(owner, revoke());
      case 12 -> random.nextInt(4) == 0 ? by(owner, new RemoveUser()) : comeBack(owner);
      default -> by(owner, attribute());
    };
  }

  /// How long nothing happens.
  long pause() {
    return random.nextInt(4) == 0 ? random.nextInt(8) : 0;
  }

  /// Mostly whoever should do it, now and then somebody else.
  private Deed by(Person right, Action action) {
    return new Deed(random.nextInt(6) == 0 ? one(EVERYBODY) : right, action);
  }

  private Deed comeBack(Person owner) {
    return random.nextBoolean()
        ? by(ISSUER, new AddUserAsInserter(owner.user(), "key", "user"))
        : by(ISSUER, World.firstWallet(owner, owner.user(), World.PROOF));
  }

  private Action paper(Person owner) {
    return Papers.of(owner, "paper " + random.nextInt(6))
        .lockedUntil(Math.clamp(lock(), 0, 253_402_300_799L))
        .usable(World.START, World.START + 86_400)
        .use(original());
  }

  private Action revoke() {
    var grants = new ArrayList<AccessGrant>();
    world.rows().forEach(AccessGrants.TABLE, grants::add);
    return grants.isEmpty() ? new RemoveUser() : new RevokeAccessGrant(one(grants).id());
  }

  private AddAttribute attribute() {
    return new AddAttribute(
        new AttributeId(World.id("attribute " + random.nextInt(20))), "key", "value");
  }

  private EditPublicNotesAsIssuer rewrite(String name) {
    return new EditPublicNotesAsIssuer(name, "{\"id\":\"" + name + "\",\"status\":\"revoked\"}");
  }

  private long lock() {
    long now = world.now().timeSeconds();
    return switch (random.nextInt(8)) {
      case 0 -> -1;
      case 1 -> now * 1_000;
      case 2, 3 -> now + 3 + random.nextInt(30);
      case 4 -> World.START + 40;
      default -> 0;
    };
  }

  private Person grantee() {
    return one(List.of(CONSUMER, CONSUMER_EVM, BOB));
  }

  private String anyName() {
    return random.nextInt(3) == 0 ? copy() : original();
  }

  private String original() {
    return "original " + random.nextInt(5);
  }

  private String copy() {
    return "copy " + random.nextInt(5);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }
}
