package dev.idos.demo.company;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.credentials.SignedCredential;
import dev.idos.credentials.subject.KycMember;
import dev.idos.crypto.Bytes;
import dev.idos.crypto.WalletType;
import dev.idos.demo.Fields;
import dev.idos.demo.PictureType;
import dev.idos.demo.company.Company.View;
import dev.idos.demo.site.Answer;
import dev.idos.demo.site.Api;
import dev.idos.demo.site.ApiProblem;
import dev.idos.demo.site.ApiRequest;
import dev.idos.protocol.CredentialId;
import dev.idos.sdk.AccessGrantEntry;
import java.io.IOException;
import java.util.Locale;

/// What a company's pages can ask for: its terms, an account, and the back office.
public final class CompanyApi {

  private final Company company;

  /// The API of a company.
  public CompanyApi(Company company) {
    this.company = company;
  }

  /// Adds the routes.
  public void addTo(Api api) {
    api.get("/api/company", request -> company())
        .post("/api/door", this::door)
        .post("/api/accounts", this::open)
        .get("/api/office/accounts", request -> accounts())
        .get("/api/office/accounts/{id}", this::account)
        .get("/api/office/accounts/{id}/files/{member}", this::file);
  }

  private Answer company() {
    var terms = company.terms();
    var keys = company.keys();
    var json =
        object()
            .put("name", terms.name())
            .put("identifier", keys.identifier())
            .put("encryptionPublicKey", keys.encryptionKey().publicKey().base64())
            .put("proof", keys.proof())
            .put("purpose", terms.purpose())
            .put("lockSeconds", terms.lock().toSeconds());
    var required = json.putObject("required");
    required.put("userLevel", terms.required().tier().wireName());
    var addons = required.putArray("requiredAddons");
    terms.required().addons().forEach(addon -> addons.add(addon.wireName()));
    var issuers = json.putArray("issuers");
    for (TrustedIssuer issuer : terms.trusted()) {
      issuers
          .addObject()
          .put("name", issuer.name())
          .put("publicKey", issuer.descriptor().publicKey().hex())
          .put("url", issuer.url());
    }
    return Answer.json(json);
  }

  private Answer door(ApiRequest request) throws IOException {
    var json = Fields.of(request.json());
    var type =
        WalletType.named(json.text("walletType"))
            .orElseThrow(() -> ApiProblem.badRequest("expected a kind of wallet for walletType"));
    var invitation =
        company
            .door()
            .invite(new Door.Visitor(type, json.text("address"), json.maybeText("publicKey")));
    return Answer.json(object().put("nonce", invitation.nonce()).put("text", invitation.text()));
  }

  private Answer open(ApiRequest request) throws IOException {
    var json = Fields.of(request.json());
    var visitor = company.door().enter(json.text("nonce"), json.text("signature"));
    var opening = company.openAccount(visitor, new CredentialId(json.uuid("copy")));
    var answer = object().put("accepted", opening.account().isPresent());
    opening.problems().forEach(answer.putArray("problems")::add);
    return Answer.json(answer);
  }

  private Answer accounts() {
    var json = object();
    var list = json.putArray("accounts");
    company.book().all().forEach(account -> list.add(account.toJson()));
    return Answer.json(json);
  }

  private Answer account(ApiRequest request) {
    var account = company.book().get(request.id());
    var view = company.view(account);
    var json = account.toJson().put("good", view.isGood());
    view.grant().ifPresent(grant -> json.set("access", access(grant)));
    var evidence = json.putArray("evidence");
    for (Evidence each : view.evidence()) {
      evidence
          .addObject()
          .put("question", each.question())
          .put("finding", each.finding().name().toLowerCase(Locale.ROOT))
          .put("words", each.words());
    }
    view.credential().ifPresent(credential -> json.set("received", received(credential)));
    return Answer.json(json);
  }

  private Answer file(ApiRequest request) {
    View view = company.view(company.book().get(request.id()));
    Bytes file =
        KycMember.named(request.part("member"))
            .filter(KycMember::isFile)
            .flatMap(member -> view.credential().flatMap(found -> found.file(member.wireName())))
            .orElseThrow(() -> ApiProblem.notFound("there is no such file, or access has ended"));
    var type =
        PictureType.of(file).orElseThrow(() -> new ApiProblem(415, "this file is not a picture"));
    return Answer.picture(type.mediaType(), file);
  }

  private static ObjectNode access(AccessGrantEntry grant) {
    return object()
        .put("id", grant.id().value().toString())
        .put("lockedUntil", grant.lockedUntil());
  }

  /// Exactly what came, as texts; files by their names, to be fetched one by one.
  private static ObjectNode received(SignedCredential credential) {
    var json = object();
    credential.levelText().ifPresent(level -> json.put("level", level));
    credential.issuer().ifPresent(issuer -> json.put("issuer", issuer));
    for (String member : new String[] {"issuanceDate", "approvedAt", "expirationDate"}) {
      credential.date(member).ifPresent(date -> json.put(member, date));
    }
    var fields = json.putArray("fields");
    var files = json.putArray("files");
    credential
        .subject()
        .forEach(
            (name, value) -> {
              var file = credential.file(name);
              if (KycMember.named(name).filter(KycMember::isFile).isPresent() && file.isPresent()) {
                files.addObject().put("name", name).put("bytes", file.get().length());
              } else {
                fields.addObject().put("name", name).put("value", value);
              }
            });
    return json;
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
