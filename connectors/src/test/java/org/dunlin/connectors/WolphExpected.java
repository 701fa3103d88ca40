package org.dunlin.connectors;

import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The entries that the library mt940 of Rick van Hattem found in its samples, which lie beside them
 * as its objects in YAML.
 */
final class WolphExpected {
  private WolphExpected() {}

  /** One entry; what is absent was not found. */
  record Entry(Map<String, String> fields) {
    @Nullable String text(String name) {
      String text = fields.get(name);
      return text == null || text.isBlank() ? null : text.strip();
    }

    BigDecimal amount() {
      return new BigDecimal(fields.getOrDefault("amount", ""));
    }

    LocalDate day(String name) {
      byte[] bytes = Base64.getDecoder().decode(fields.getOrDefault(name, "").strip());
      return LocalDate.of((bytes[0] & 0xff) << 8 | bytes[1] & 0xff, bytes[2], bytes[3]);
    }

    boolean has(String name) {
      return fields.containsKey(name);
    }
  }

  static List<Entry> of(Path file) throws IOException {
    List<Entry> entries = new ArrayList<>();
    LoaderOptions options = new LoaderOptions();
    options.setTagInspector(tag -> true); // they are composed, never made into objects
    options.setMaxAliasesForCollections(100_000);
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      Node root = new Yaml(options).compose(reader);
      if (child(root, "transactions") instanceof SequenceNode all) {
        for (Node each : all.getValue()) {
          entries.add(entry(child(each, "data")));
        }
      }
    }
    return entries;
  }

  private static Entry entry(@Nullable Node data) {
    Map<String, String> fields = new HashMap<>();
    if (data instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        String name = ((ScalarNode) each.getKeyNode()).getValue();
        String text =
            scalar(name.equals("amount") ? child(each.getValueNode(), name) : each.getValueNode());
        if (text != null && !text.equals("null")) {
          fields.put(name, text);
        }
      }
    }
    return new Entry(fields);
  }

  /** Of an object that is made of one value, that value. */
  private static @Nullable String scalar(@Nullable Node node) {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
      return scalar(sequence.getValue().get(0));
    }
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static @Nullable Node child(@Nullable Node node, String name) {
    if (node instanceof MappingNode mapping) {
      for (NodeTuple each : mapping.getValue()) {
        if (each.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name)) {
          return each.getValueNode();
        }
      }
    }
    return null;
  }
}
