package dev.idos.credentials.subject;

import dev.idos.credentials.text.Ascii85;
import dev.idos.credentials.text.IsoTime;
import dev.idos.crypto.Bytes;
import dev.idos.protocol.Require;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Collects the members of a KYC subject and tells everything that is wrong with them at once.
public final class KycSubjectBuilder {

  private final String id;
  private final Map<KycMember, String> values = new EnumMap<>(KycMember.class);

  KycSubjectBuilder(String id) {
    this.id = id;
  }

  /// Sets a member that is a text. An empty text leaves the member out.
  public KycSubjectBuilder text(KycMember member, String text) {
    Require.that(!member.isFile(), member.wireName() + " is a file");
    Require.that(!member.isDate(), member.wireName() + " is a date");
    return put(member, text);
  }

  /// Sets a member that is a date, at midnight UTC.
  public KycSubjectBuilder date(KycMember member, LocalDate date) {
    Require.that(member.isDate(), member.wireName() + " is not a date");
    return put(member, IsoTime.withMillis(date.atStartOfDay(ZoneOffset.UTC).toInstant()));
  }

  /// Sets a member that is a file.
  public KycSubjectBuilder file(KycMember member, Bytes file) {
    Require.that(member.isFile(), member.wireName() + " is not a file");
    return put(member, Ascii85.encode(file));
  }

  /// Sets many members from texts under their names in a credential, dates as `1990-01-31`.
  ///
  /// @throws IllegalArgumentException if a name is unknown or belongs to a file
  public KycSubjectBuilder texts(Map<String, String> texts) {
    texts.forEach(
        (name, text) -> {
          KycMember member =
              KycMember.named(name)
                  .orElseThrow(() -> new IllegalArgumentException("not a KYC member: " + name));
          if (member.isDate()) {
            put(member, dateText(text));
          } else {
            text(member, text);
          }
        });
    return this;
  }

  /// Everything that is wrong so far; nothing if the subject can be built.
  public List<String> problems() {
    return KycRules.problems(id, values);
  }

  /// The subject.
  ///
  /// @throws IllegalArgumentException with all problems in one message
  public KycSubject build() {
    return new KycSubject(id, values);
  }

  private KycSubjectBuilder put(KycMember member, String text) {
    if (text.isEmpty()) {
      values.remove(member);
    } else {
      values.put(member, text);
    }
    return this;
  }

  /// A calendar day as the instant it is written as; anything else stays and is refused later.
  private static String dateText(String text) {
    return text.length() == "1990-01-31".length() ? text + "T00:00:00.000Z" : text;
  }
}
