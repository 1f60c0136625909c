package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.idos.demo.Fields;
import dev.idos.demo.PictureType;
import dev.idos.demo.site.Answer;
import dev.idos.demo.site.Api;
import dev.idos.demo.site.ApiProblem;
import dev.idos.demo.site.ApiRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What Acme's pages can ask for. Who knows the id of a case sees how far it is; what is in it,
/// only the reviewer's page shows.
public final class AcmeApi {

  private static final int LONGEST_NAME = 200;

  private final Acme acme;
  private final List<String> friends;

  /// @param friends origins of pages that may hand over a new profile, such as the dashboard's
  public AcmeApi(Acme acme, List<String> friends) {
    this.acme = acme;
    this.friends = friends;
  }

  /// Adds the routes.
  public void addTo(Api api) {
    api.get("/api/issuer", request -> issuer())
        .postOpenTo(friends, "/api/profiles", this::createProfile)
        .post("/api/cases", this::open)
        .get("/api/cases/{id}", request -> Answer.json(status(acme.entry(request.id()))))
        .put("/api/cases/{id}/pictures/{picture}", this::take)
        .get("/api/review/cases", request -> cases())
        .get("/api/review/cases/{id}", this::details)
        .get("/api/review/cases/{id}/pictures/{picture}", this::picture)
        .post("/api/review/cases/{id}/approve", this::approve)
        .post(
            "/api/review/cases/{id}/decline",
            request -> decided(acme.decline(request.id(), reason(request))))
        .post(
            "/api/review/cases/{id}/correct",
            request -> decided(acme.askToCorrect(request.id(), reason(request))))
        .post(
            "/api/review/cases/{id}/revoke",
            request -> decided(acme.revoke(request.id(), reason(request))));
  }

  private Answer issuer() {
    var descriptor = acme.descriptor();
    return Answer.json(
        object()
            .put("name", Writing.NAME)
            .put("publicKey", acme.publicKey())
            .put("issuer", descriptor.controller())
            .put("keyId", descriptor.keyId())
            .put("publicKeyMultibase", descriptor.publicKeyMultibase())
            .put("largestPicture", Acme.LARGEST_PICTURE)
            .put("largestPair", Acme.LARGEST_PAIR));
  }

  private Answer createProfile(ApiRequest request) throws IOException {
    var wanted = PapersJson.profileRequest(Fields.of(request.json()));
    return Answer.json(object().put("id", acme.createProfile(wanted).toString()));
  }

  private Answer open(ApiRequest request) throws IOException {
    var json = request.json();
    var replaces = Fields.of(json).maybeUuid("replaces");
    return Answer.json(status(acme.open(CaseMaterial.of(json), replaces)));
  }

  private Answer take(ApiRequest request) throws IOException {
    UUID id = request.id();
    var picture = pictureNamed(request);
    acme.entry(id);
    var content =
        request.body(
            Acme.LARGEST_PICTURE, "the picture is larger than 10 MiB: choose a smaller one");
    var type =
        PictureType.of(content)
            .orElseThrow(
                () -> new ApiProblem(415, "this is not a picture: choose a PNG, JPEG or WebP"));
    var name = request.parameter("name").strip();
    var taken =
        new Picture.Taken(name.substring(0, Math.min(name.length(), LONGEST_NAME)), type, content);
    return Answer.json(status(acme.take(id, picture, taken)));
  }

  private Answer cases() throws IOException {
    var list = object();
    var cases = list.putArray("cases");
    for (CaseEntry entry : acme.cases()) {
      cases.add(entry.toJson());
    }
    return Answer.json(list);
  }

  private Answer details(ApiRequest request) throws IOException {
    var entry = acme.entry(request.id());
    var json = entry.toJson();
    if (entry.state().holdsMaterial()) {
      var material = acme.material(entry.id());
      json.set("data", material.dataJson());
      json.put("wantsPersonhood", material.human().isPresent());
      var pictures = json.putObject("pictures");
      for (Picture picture : Picture.values()) {
        acme.picture(entry.id(), picture)
            .ifPresent(
                taken ->
                    pictures
                        .putObject(picture.fileName())
                        .put("name", taken.name())
                        .put("bytes", taken.content().length()));
      }
    }
    return Answer.json(json);
  }

  private Answer picture(ApiRequest request) throws IOException {
    var taken =
        acme.picture(request.id(), pictureNamed(request))
            .orElseThrow(() -> ApiProblem.notFound("there is no such picture"));
    return Answer.picture(taken.type().mediaType(), taken.content());
  }

  private Answer approve(ApiRequest request) throws IOException {
    var corrections =
        Fields.of(request.json()).maybeObject("corrections").map(Fields::texts).orElse(Map.of());
    return decided(acme.approve(request.id(), corrections));
  }

  /// How far a case is, for whoever sent it.
  private static ObjectNode status(CaseEntry entry) {
    var json =
        object()
            .put("id", entry.id().toString())
            .put("state", entry.state().word())
            .put("correctionAsked", entry.correctionAsked());
    entry.reason().ifPresent(text -> json.put("reason", text));
    entry.deletedAt().ifPresent(when -> json.put("deletedAt", when.toString()));
    return json;
  }

  private static Answer decided(CaseEntry entry) {
    return Answer.json(entry.toJson());
  }

  private static String reason(ApiRequest request) throws IOException {
    return Fields.of(request.json()).text("reason");
  }

  private static Picture pictureNamed(ApiRequest request) {
    return Picture.named(request.part("picture"))
        .orElseThrow(() -> ApiProblem.notFound("there is no such picture"));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
