package org.dunlin.connectors.program;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.dunlin.connectors.RecordSink;
import org.dunlin.connectors.SourceObject;
import org.dunlin.connectors.Translator;
import org.dunlin.connectors.Untranslatable;
import org.dunlin.core.model.Problem;

/**
 * Makes canonical records of an answer of a program: of a page of a stream, or of one object that
 * was fetched. What cannot be made of an object becomes a problem that names its key, and the other
 * objects go on.
 */
final class ProgramTranslator implements Translator {
  private final Stream stream;
  private final Selector records;
  private final Mapping mapping;
  private final Facts facts;

  ProgramTranslator(Stream stream, Selector records, Mapping mapping, Facts facts) {
    this.stream = stream;
    this.records = records;
    this.mapping = mapping;
    this.facts = facts;
  }

  @Override
  public void translate(InputStream answer, String source, RecordSink sink) throws IOException {
    MappedRecords mapped = new MappedRecords(source, sink);
    int place = 0;
    for (JsonNode object : objects(answer, source)) {
      place++;
      try {
        Optional<String> key = stream.key().text(object, facts);
        if (key.isEmpty()) {
          String position = stream.name() + ", object " + place;
          String message =
              "the object has no key (" + stream.key() + "), so nobody can tell it apart";
          sink.accept(new Problem(source, position, "NO_KEY", message));
          continue;
        }
        take(object, key.get(), mapped, sink);
      } catch (MappingFailed e) {
        failed(e, stream.name() + ", object " + place, source, sink);
      }
    }
  }

  private void take(JsonNode object, String key, MappedRecords mapped, RecordSink sink) {
    Selector version = stream.version();
    sink.object(
        new SourceObject(
            stream.name(), key, version == null ? null : version.text(object, facts).orElse(null)));
    String position = stream.name() + " " + key;
    try {
      mapped.take(mapping.apply(object, facts), position);
    } catch (MappingFailed e) {
      failed(e, position, mapped.source(), sink);
    }
  }

  /**
   * What one object is too much for, the others may be, too: such a page is not tried to its end.
   */
  private static void failed(MappingFailed e, String position, String source, RecordSink sink) {
    Problem problem =
        new Problem(source, position, "MAPPING_FAILED", String.valueOf(e.getMessage()));
    if (e.tooMuchWork()) {
      throw new Untranslatable(problem);
    }
    sink.accept(problem);
  }

  private JsonNode objects(InputStream answer, String source) throws IOException {
    try {
      JsonNode objects = records.of(Json.read(answer), facts);
      if (!objects.isArray()) {
        throw new Untranslatable(
            new Problem(
                source,
                stream.name(),
                "NO_RECORDS",
                "the answer holds no list where " + records + " says that its objects are"));
      }
      return objects;
    } catch (NotJson e) {
      throw new Untranslatable(
          new Problem(source, stream.name(), "NOT_JSON", String.valueOf(e.getMessage())));
    } catch (MappingFailed e) {
      throw new Untranslatable(
          new Problem(source, stream.name(), "MAPPING_FAILED", String.valueOf(e.getMessage())));
    }
  }
}
