package org.dunlin.connectors.program;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dunlin.connectors.jslt.WrongExpression;
import org.dunlin.connectors.yaml.Fault;
import org.dunlin.connectors.yaml.Faults;
import org.dunlin.connectors.yaml.Yaml;
import org.dunlin.connectors.yaml.YamlSchema;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Makes a program of a folder, or says all that is wrong with it. */
public final class ProgramLoader {
  private static final String JSLT = ".jslt";
  private static final YamlSchema SCHEMA =
      new YamlSchema(ProgramLoader.class, "program.schema.json", "The manifest");

  private final Folder folder;
  private final Faults faults = new Faults();
  private final Map<String, Mapping> mappings = new HashMap<>();
  private final Map<String, String> named = new TreeMap<>();

  private ProgramLoader(Folder folder) {
    this.folder = folder;
  }

  /** A folder that was loaded, or its faults. */
  public sealed interface Loaded {
    /** It can be used. */
    record Sound(Program program) implements Loaded {}

    /** It is refused for these reasons, of which there is at least one. */
    record Faulty(List<Fault> faults) implements Loaded {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }
  }

  /** Reads and checks a folder. */
  public static Loaded load(Folder folder) {
    ProgramLoader loader = new ProgramLoader(folder);
    Program program = loader.program();
    return program == null || !loader.faults.none()
        ? new Loaded.Faulty(loader.faults.all())
        : new Loaded.Sound(program);
  }

  private @Nullable Program program() {
    byte[] bytes = folder.files().get(Reading.FILE);
    if (bytes == null) {
      faults.add(Reading.FILE, 0, "The folder has no file program.yaml.");
      return null;
    }
    MappingNode root = Yaml.root(bytes, Reading.FILE, "manifest", "program: and name:", faults);
    if (root == null) {
      return null;
    }
    compileAll();
    YamlTree whole = new YamlTree(root, Map.of(), Reading.FILE, faults);
    VariantChoices choices = VariantChoices.of(whole, faults);
    Map<String, Manifest> manifests = new LinkedHashMap<>();
    for (Map<String, String> choice : choices.all()) {
      Manifest manifest = manifest(root, choice);
      if (manifest != null) {
        manifests.put(choice.values().stream().findFirst().orElse(""), manifest);
      }
    }
    unused();
    return manifests.isEmpty() ? null : joined(choices, manifests);
  }

  private @Nullable Manifest manifest(MappingNode root, Map<String, String> choice) {
    YamlTree yaml = new YamlTree(root, choice, Reading.FILE, faults);
    Faults ofForm = new Faults();
    SCHEMA.check(yaml.root(), yaml::line, Reading.FILE, ofForm);
    if (!ofForm.none()) {
      ofForm.all().forEach(fault -> faults.add(fault.file(), fault.line(), fault.sentence()));
      return null;
    }
    Reading reading = new Reading(yaml, faults);
    Manifest manifest = ManifestFields.manifest(reading);
    if (!manifest.program().equals(folder.name())) {
      reading.fault("/program", "the program is called as its folder, " + folder.name() + ".");
    }
    reading.files().forEach((file, place) -> named(reading, file, place));
    return manifest;
  }

  private void named(Reading reading, String file, String place) {
    named.put(file, place);
    if (!folder.files().containsKey(file)) {
      reading.fault(place, "the folder has no file " + file + ".");
    }
  }

  private Program joined(VariantChoices choices, Map<String, Manifest> manifests) {
    Map<String, Program> programs = new LinkedHashMap<>();
    Variants variants = new Variants(choices.by(), programs);
    manifests.forEach(
        (choice, manifest) -> programs.put(choice, new Program(manifest, mappings, variants)));
    Program first = programs.getOrDefault(choices.initial(), programs.values().iterator().next());
    return first;
  }

  private void compileAll() {
    folder
        .files()
        .forEach(
            (file, bytes) -> {
              if (file.endsWith(JSLT) && file.indexOf('/') < 0) {
                compile(file, bytes);
              }
            });
  }

  private void compile(String file, byte[] bytes) {
    try {
      mappings.put(file, Mapping.of(utf8(bytes)));
    } catch (WrongExpression e) {
      faults.add(file, e.line(), String.valueOf(e.getMessage()));
    } catch (CharacterCodingException e) {
      faults.add(file, 0, "The file is not UTF-8; save it in that encoding.");
    }
  }

  /** A mapping that nothing names is a mistake in a name. */
  private void unused() {
    for (String file : folder.files().keySet()) {
      if (file.endsWith(JSLT)
          && file.indexOf('/') < 0
          && !named.containsKey(file)
          && faults.none()) {
        faults.add(file, 0, "No stream and no effect of program.yaml names this file.");
      }
    }
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
  }
}
