package org.dunlin.connectors.yaml;

import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What somebody wrote as nodes that know their lines. Nothing is constructed from tags, and there
 * are no aliases, so that a small file cannot grow large.
 */
public final class Yaml {
  private static final int LARGEST_BYTES = 512 * 1024;
  private static final int DEEPEST = 40;

  private Yaml() {}

  /**
   * The root; null where it is none, which is noted.
   *
   * @param what it is, in one word
   * @param names with which it begins, as part of a sentence
   */
  public static @Nullable MappingNode root(
      byte[] bytes, String file, String what, String names, Faults faults) {
    if (bytes.length > LARGEST_BYTES) {
      faults.add(file, 0, "A " + what + " has at most 512 KB; this one is larger.");
      return null;
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      Node root = new org.yaml.snakeyaml.Yaml(options()).compose(new StringReader(text));
      if (root instanceof MappingNode mapping) {
        return mapping;
      }
      faults.add(file, 1, "A " + what + " begins with names and values, such as " + names + ".");
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      faults.add(
          file, mark == null ? 0 : mark.getLine() + 1, "This is not YAML: " + e.getProblem() + ".");
    } catch (YAMLException e) {
      faults.add(file, 0, "This YAML is not taken: " + e.getMessage() + ".");
    } catch (CharacterCodingException e) {
      faults.add(file, 0, "The file is not UTF-8; save it in that encoding.");
    }
    return null;
  }

  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    options.setNestingDepthLimit(DEEPEST);
    options.setCodePointLimit(LARGEST_BYTES);
    return options;
  }
}
