package org.dunlin.core.dunning;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * One YAML document as nodes that know their lines. Nothing is constructed from tags, and aliases
 * and depth are bounded, so that a small file cannot grow large.
 */
final class YamlDocument {
  private static final int DEEPEST = 12;

  private YamlDocument() {}

  static YamlFields read(byte[] bytes, PlanPlace file) {
    Node root = compose(utf8(bytes, file), file);
    if (!(root instanceof MappingNode mapping)) {
      throw file.refused("NOT_YAML", "the file begins with plans: and lists them below");
    }
    return new YamlFields(mapping, file);
  }

  private static @Nullable Node compose(String text, PlanPlace file) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(PlanReader.LARGEST_BYTES);
    try {
      return new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      int line = mark == null ? 1 : mark.getLine() + 1;
      throw file.at(line).refused("NOT_YAML", "this is not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw file.refused("NOT_YAML", "this YAML is not taken: " + e.getMessage());
    }
  }

  private static String utf8(byte[] bytes, PlanPlace file) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw file.refused("NOT_YAML", "the file is not UTF-8; save it in that encoding");
    }
  }
}
