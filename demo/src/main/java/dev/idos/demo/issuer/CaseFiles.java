package dev.idos.demo.issuer;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.idos.crypto.Bytes;
import dev.idos.demo.PictureType;
import dev.idos.demo.PrivateFolder;
import dev.idos.demo.site.ApiProblem;
import dev.idos.protocol.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// The cases on Acme's disk: one folder each, with an entry that stays and material that goes.
final class CaseFiles {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String ENTRY = "entry.json";
  private static final String MATERIAL = "material";
  private static final String SAID = "said.json";

  private final PrivateFolder folder;

  CaseFiles(PrivateFolder folder) {
    this.folder = folder;
  }

  void open(CaseEntry entry, CaseMaterial material) throws IOException {
    var own = folder.inside(entry.id().toString());
    own.inside(MATERIAL).write(SAID, Utf8.encode(material.toJson().toString()));
    write(entry);
  }

  void write(CaseEntry entry) throws IOException {
    folder.inside(entry.id().toString()).write(ENTRY, Utf8.encode(entry.toJson().toString()));
  }

  /// @throws ApiProblem if there is no such case
  CaseEntry entry(UUID id) throws IOException {
    return find(id).orElseThrow(() -> ApiProblem.notFound("there is no case with this id"));
  }

  Optional<CaseEntry> find(UUID id) throws IOException {
    if (!folder.has(id.toString())) {
      return Optional.empty();
    }
    var bytes = folder.inside(id.toString()).read(ENTRY);
    return bytes.isEmpty()
        ? Optional.empty()
        : Optional.of(CaseEntry.of(MAPPER.readTree(bytes.get().toArray())));
  }

  /// All cases, the newest first.
  List<CaseEntry> all() throws IOException {
    var all = new ArrayList<CaseEntry>();
    for (String name : folder.folders()) {
      find(UUID.fromString(name)).ifPresent(all::add);
    }
    all.sort(Comparator.comparing(CaseEntry::received).reversed());
    return all;
  }

  CaseMaterial material(UUID id) throws IOException {
    var bytes = materialOf(id).read(SAID).orElseThrow(CaseFiles::isGone);
    return CaseMaterial.of(MAPPER.readTree(bytes.toArray()));
  }

  void keep(UUID id, Picture picture, Picture.Taken taken) throws IOException {
    var about = JsonNodeFactory.instance.objectNode().put("name", taken.name());
    var material = materialOf(id);
    material.write(picture.fileName() + ".json", Utf8.encode(about.toString()));
    material.write(picture.fileName(), taken.content());
  }

  Optional<Picture.Taken> taken(UUID id, Picture picture) throws IOException {
    if (!holdsMaterial(id)) {
      return Optional.empty();
    }
    var material = materialOf(id);
    Optional<Bytes> content = material.read(picture.fileName());
    Optional<Bytes> about = material.read(picture.fileName() + ".json");
    if (content.isEmpty() || about.isEmpty()) {
      return Optional.empty();
    }
    var name = MAPPER.readTree(about.get().toArray()).path("name").asText();
    return PictureType.of(content.get()).map(type -> new Picture.Taken(name, type, content.get()));
  }

  boolean holdsMaterial(UUID id) throws IOException {
    return folder.has(id.toString()) && folder.inside(id.toString()).has(MATERIAL);
  }

  /// Deletes what the person sent: data, pictures, papers.
  void deleteMaterial(UUID id) throws IOException {
    folder.inside(id.toString()).delete(MATERIAL);
  }

  private PrivateFolder materialOf(UUID id) throws IOException {
    if (!holdsMaterial(id)) {
      throw isGone();
    }
    return folder.inside(id.toString()).inside(MATERIAL);
  }

  private static ApiProblem isGone() {
    return new ApiProblem(410, "the case is decided and its files are deleted");
  }
}
