package dev.idos.credentials.subject;

import dev.idos.credentials.text.AbsoluteUri;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What makes a KYC subject complete. Lists everything that is wrong, naming members, never their
/// content.
final class KycRules {

  private KycRules() {}

  static List<String> problems(String id, Map<KycMember, String> members) {
    var problems = new ArrayList<String>();
    if (!AbsoluteUri.matches(id)) {
      problems.add("credentialSubject.id is a URI, such as uuid:<id>");
    }
    if (!members.containsKey(KycMember.FIRST_NAME) && !members.containsKey(KycMember.FAMILY_NAME)) {
      problems.add("at least one of firstName and familyName is given");
    }
    boolean withAddress = members.keySet().stream().anyMatch(KycMember::isOfAddress);
    for (KycMember member : KycMember.values()) {
      String text = members.get(member);
      if (text == null) {
        if (member.isNeeded(withAddress)) {
          problems.add(member.wireName() + " is required");
        }
      } else if (!member.kind().accepts(text)) {
        problems.add(member.wireName() + " is " + member.kind().expectation());
      }
    }
    return List.copyOf(problems);
  }
}
