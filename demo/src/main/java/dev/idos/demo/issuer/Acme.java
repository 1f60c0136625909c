package dev.idos.demo.issuer;

import static java.util.Objects.requireNonNull;

import dev.idos.credentials.IssuerDescriptor;
import dev.idos.credentials.subject.KycMember;
import dev.idos.credentials.subject.KycSubject;
import dev.idos.demo.PrivateFolder;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.UserId;
import dev.idos.sdk.IssuerClient;
import dev.idos.sdk.ProfileRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// *Acme KYC* at work. One case is decided at a time; what was decided survives a crash.
public final class Acme {

  /// The largest picture.
  public static final int LARGEST_PICTURE = 10 * 1024 * 1024;

  /// Both pictures together: what an encrypted credential can hold and a browser can open again.
  static final int LARGEST_PAIR = 11 * 1024 * 1024;

  private static final int MOST_OPEN_CASES = 200;
  private static final int LONGEST_REASON = 500;
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final IssuerClient issuer;
  private final CaseFiles files;
  private final Writing writing;
  private final PaperCheck papers;
  private final InstantSource clock;

  /// Acme with its keys on a network, and its files in a folder.
  public Acme(IssuerClient issuer, PrivateFolder folder, InstantSource clock) {
    this.issuer = issuer;
    this.files = new CaseFiles(folder);
    this.writing = new Writing(issuer, clock);
    this.papers =
        new PaperCheck(issuer.session().network().chainId(), issuer.keys().publicKey(), clock);
    this.clock = clock;
  }

  /// Deletes what should be gone already: of cases whose decision was cut off by a crash, and of
  /// those that were begun and left.
  public synchronized void tidy() throws IOException {
    for (CaseEntry entry : files.all()) {
      boolean isLeft =
          entry.state() == CaseState.INCOMPLETE
              && entry.received().plus(PATIENCE).isBefore(clock.instant());
      if (isLeft) {
        delete(stored(entry.because(CaseState.DECLINED, "the pictures never came")));
      } else if (!entry.state().holdsMaterial() && files.holdsMaterial(entry.id())) {
        delete(entry);
      }
    }
  }

  /// What companies need in order to trust it.
  public IssuerDescriptor descriptor() {
    return writing.descriptor();
  }

  /// What the network knows it by; also what a permission to write names.
  public String publicKey() {
    return issuer.keys().publicKey();
  }

  UserId createProfile(ProfileRequest request) {
    return issuer.createProfile(request);
  }

  /// Opens a case; it waits for its pictures.
  synchronized CaseEntry open(CaseMaterial material, Optional<UUID> replaces) throws IOException {
    papers.check(material.kyc());
    if (material.human().isPresent()) {
      papers.check(material.human().get());
    }
    checkNames(material.data());
    if (files.all().stream().filter(entry -> entry.state().holdsMaterial()).count()
        >= MOST_OPEN_CASES) {
      throw new ApiProblem(503, "too many cases wait here. Come back later.");
    }
    var profile = material.kyc().profile();
    if (replaces.isPresent() && !files.entry(replaces.get()).profile().equals(profile.value())) {
      throw ApiProblem.notFound("there is no case of yours with this id to correct");
    }
    var entry =
        CaseEntry.opened(
            UUID.randomUUID(),
            profile.value(),
            material.kyc().ownerKey().address(),
            clock.instant(),
            replaces);
    files.open(entry, material);
    return entry;
  }

  /// Takes a picture. When both are here, the case waits for a reviewer.
  synchronized CaseEntry take(UUID id, Picture picture, Picture.Taken taken) throws IOException {
    var entry = files.entry(id);
    if (entry.state() != CaseState.INCOMPLETE) {
      throw ApiProblem.conflict("the pictures of this case are complete");
    }
    files.keep(id, picture, taken);
    var pictures = pictures(id);
    if (pictures.size() < Picture.values().length) {
      return entry;
    }
    if (pictures.values().stream().mapToLong(one -> one.content().length()).sum() > LARGEST_PAIR) {
      throw new ApiProblem(413, "both pictures together may have 11 MiB: choose smaller ones");
    }
    subject(files.material(id).data(), pictures);
    return stored(entry.in(CaseState.WAITING));
  }

  synchronized CaseEntry entry(UUID id) throws IOException {
    return files.entry(id);
  }

  synchronized List<CaseEntry> cases() throws IOException {
    return files.all();
  }

  synchronized CaseMaterial material(UUID id) throws IOException {
    return files.material(id);
  }

  synchronized Optional<Picture.Taken> picture(UUID id, Picture picture) throws IOException {
    return files.taken(id, picture);
  }

  /// Issues what the person signed for, with the data as the reviewer read it off the document;
  /// then deletes our copy, here and on the network.
  synchronized CaseEntry approve(UUID id, Map<String, String> corrections) throws IOException {
    var entry = files.entry(id);
    if (entry.state() != CaseState.WAITING && entry.state() != CaseState.ISSUING) {
      throw ApiProblem.conflict("this case is decided already");
    }
    var material = files.material(id);
    var data = new HashMap<>(material.data());
    data.putAll(corrections);
    checkNames(data);
    var subject = subject(data, pictures(id));
    if (entry.state() == CaseState.WAITING) {
      entry = stored(entry.issuing(writing.prepare(material, subject)));
    }
    writing.write(material, subject, entry.notes());
    if (entry.replaces().isPresent()) {
      replace(files.entry(entry.replaces().get()));
    }
    writing.giveCopiesBack(material.kyc());
    return delete(stored(entry.in(CaseState.ISSUED)));
  }

  /// Says no, and deletes what the person sent.
  synchronized CaseEntry decline(UUID id, String reason) throws IOException {
    var entry = files.entry(id);
    if (entry.state() != CaseState.WAITING) {
      throw ApiProblem.conflict("only a case that waits can be declined");
    }
    return delete(stored(entry.because(CaseState.DECLINED, checked(reason))));
  }

  /// Asks the person to come again, because something in the credential is wrong.
  synchronized CaseEntry askToCorrect(UUID id, String reason) throws IOException {
    return stored(issued(id).askedToCorrect(checked(reason)));
  }

  /// Takes back what was issued: whoever reads it from now on sees that it is revoked.
  synchronized CaseEntry revoke(UUID id, String reason) throws IOException {
    var entry = issued(id);
    writing.revoke(entry.notes());
    return stored(entry.because(CaseState.REVOKED, checked(reason)));
  }

  private void replace(CaseEntry old) throws IOException {
    if (old.state() == CaseState.ISSUED) {
      writing.revoke(old.notes());
      stored(old.because(CaseState.REVOKED, "replaced by a corrected credential"));
    }
  }

  private CaseEntry issued(UUID id) throws IOException {
    var entry = files.entry(id);
    if (entry.state() != CaseState.ISSUED) {
      throw ApiProblem.conflict("only an issued credential can be taken back or corrected");
    }
    return entry;
  }

  private CaseEntry delete(CaseEntry entry) throws IOException {
    files.deleteMaterial(entry.id());
    return stored(entry.deleted(clock.instant()));
  }

  private CaseEntry stored(CaseEntry entry) throws IOException {
    files.write(entry);
    return entry;
  }

  private Map<Picture, Picture.Taken> pictures(UUID id) throws IOException {
    var pictures = new EnumMap<Picture, Picture.Taken>(Picture.class);
    for (Picture picture : Picture.values()) {
      var taken = files.taken(id, picture);
      if (taken.isPresent()) {
        pictures.put(picture, taken.get());
      }
    }
    return pictures;
  }

  private static KycSubject subject(
      Map<String, String> data, Map<Picture, Picture.Taken> pictures) {
    try {
      return Writing.subject(
          data,
          requireNonNull(pictures.get(Picture.DOCUMENT)),
          requireNonNull(pictures.get(Picture.SELFIE)));
    } catch (IllegalArgumentException wrong) {
      throw ApiProblem.badRequest(String.valueOf(wrong.getMessage()));
    }
  }

  private static void checkNames(Map<String, String> data) {
    for (String name : data.keySet()) {
      if (KycMember.named(name).filter(member -> !member.isFile()).isEmpty()) {
        throw ApiProblem.badRequest("one of the fields is not known here");
      }
    }
  }

  private static String checked(String reason) {
    var words = reason.strip();
    if (words.isEmpty() || words.length() > LONGEST_REASON) {
      throw ApiProblem.badRequest("say why, in at most 500 characters");
    }
    return words;
  }
}
