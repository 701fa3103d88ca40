package org.dunlin.config.crash;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * The class path of this JVM as jars alone.
 *
 * @param path as Java wants it
 * @param sum another one when a file of it is another
 */
record PackedClasses(String path, String sum) {

  /** Packs the folders of the class path; what was packed before and has not changed is kept. */
  static PackedClasses into(Path folder) throws IOException {
    List<String> path = new ArrayList<>();
    CRC32 sum = new CRC32();
    String own = Objects.requireNonNull(System.getProperty("java.class.path"));
    for (String entry : own.split(File.pathSeparator)) {
      Path place = Path.of(entry).toAbsolutePath();
      if (Files.isDirectory(place)) {
        place = packed(place, folder);
      }
      if (Files.exists(place)) {
        path.add(place.toString());
        add(sum, place, place);
      }
    }
    return new PackedClasses(String.join(File.pathSeparator, path), hexadecimal(sum));
  }

  private static Path packed(Path classes, Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(classes)) {
      files = all.filter(file -> !file.equals(classes)).sorted().toList();
    }
    CRC32 sum = new CRC32();
    for (Path file : files) {
      add(sum, file, classes.relativize(file));
    }
    Path jar = folder.resolve("classes-" + hexadecimal(sum) + ".jar");
    if (!Files.exists(jar)) {
      Path unfinished = folder.resolve("unfinished.jar");
      pack(classes, files, unfinished);
      Files.move(unfinished, jar, StandardCopyOption.ATOMIC_MOVE);
    }
    return jar;
  }

  private static void pack(Path classes, List<Path> files, Path jar) throws IOException {
    try (JarOutputStream output = new JarOutputStream(Files.newOutputStream(jar))) {
      output.setLevel(Deflater.NO_COMPRESSION);
      for (Path file : files) {
        String name = classes.relativize(file).toString().replace(File.separatorChar, '/');
        boolean directory = Files.isDirectory(file);
        output.putNextEntry(new JarEntry(directory ? name + "/" : name));
        if (!directory) {
          Files.copy(file, output);
        }
        output.closeEntry();
      }
    }
  }

  private static void add(CRC32 sum, Path file, Path name) throws IOException {
    long size = Files.isDirectory(file) ? 0 : Files.size(file);
    long changed = Files.isDirectory(file) ? 0 : Files.getLastModifiedTime(file).toMillis();
    sum.update((name + "|" + size + "|" + changed + "\n").getBytes(StandardCharsets.UTF_8));
  }

  private static String hexadecimal(CRC32 sum) {
    return Long.toHexString(sum.getValue());
  }
}
