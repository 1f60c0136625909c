package dev.idos.credentials.subject;

import dev.idos.credentials.proof.Contexts;
import dev.idos.protocol.Require;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Verified data of a person with the files that prove it (KYC subject, version 2).
///
/// @param id an absolute URI, by convention `uuid:<id>`
/// @param values the members; dates as ISO instants, files as Ascii85
public record KycSubject(String id, Map<KycMember, String> values) implements CredentialSubject {

  public KycSubject {
    values = Collections.unmodifiableMap(new EnumMap<>(values));
    List<String> problems = KycRules.problems(id, values);
    Require.that(problems.isEmpty(), String.join("; ", problems));
  }

  /// Starts a subject with an id of the form `uuid:…`.
  public static KycSubjectBuilder builder(String id) {
    return new KycSubjectBuilder(id);
  }

  @Override
  public String context() {
    return Contexts.KYC_V2;
  }

  @Override
  public SequencedMap<String, String> members() {
    var members = new LinkedHashMap<String, String>();
    members.put("id", id);
    values.forEach((member, text) -> members.put(member.wireName(), text));
    return Collections.unmodifiableSequencedMap(members);
  }

  /// Short on purpose: a person's data must not reach a log by accident.
  @Override
  public String toString() {
    return "KycSubject[" + values.size() + " members]";
  }
}
