package org.dunlin.connectors.program.specification;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dunlin.core.port.HttpReply;

/** A reply of QuickBooks that somebody recorded, and the address that was asked. */
record RecordedReply(String address, int status, byte[] body) {
  static List<RecordedReply> read(Path file) {
    try {
      List<RecordedReply> replies = new ArrayList<>();
      for (JsonNode each : new YAMLMapper().readTree(file.toFile()).path("http_interactions")) {
        replies.add(
            new RecordedReply(
                each.at("/request/uri").asText(),
                each.at("/response/status/code").asInt(),
                each.at("/response/body/string").asText().getBytes(StandardCharsets.UTF_8)));
      }
      return replies;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  HttpReply reply() {
    return new HttpReply(status, Map.of(), body);
  }
}
