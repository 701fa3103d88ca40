package org.dunlin.store.backup;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** A backup whose entries somebody changed, and who then sealed the whole file again. */
final class Forgery {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  Forgery(Path backup) throws IOException {
    try (ZipFile zip = new ZipFile(backup.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        entries.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    }
  }

  /** Changes the text of an entry. */
  Forgery replace(String entry, String what, String by) {
    String text = new String(entries.get(entry), StandardCharsets.UTF_8);
    if (!text.contains(what)) {
      throw new IllegalArgumentException(entry + " has no " + what + ": " + text);
    }
    return put(entry, text.replace(what, by));
  }

  Forgery put(String entry, String text) {
    entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  Forgery remove(String entry) {
    entries.remove(entry);
    return this;
  }

  /** Makes the seal say what the entries are now. */
  Forgery seal() throws IOException {
    Archive archive = new Archive(new SealedOutput(new ByteArrayOutputStream()), Progress.NONE);
    entries.remove(Entries.SEAL);
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      archive.add(entry.getKey(), out -> out.write(entry.getValue()));
    }
    entries.put(Entries.SEAL, Entries.json(archive.seal()));
    return this;
  }

  Path write(Path path) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SealedOutput sealed = new SealedOutput(bytes);
    ZipOutputStream zip = new ZipOutputStream(sealed);
    zip.setComment(SealedOutput.COMMENT + "0".repeat(SealedOutput.DIGITS));
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      zip.putNextEntry(new ZipEntry(entry.getKey()));
      zip.write(entry.getValue());
      zip.closeEntry();
    }
    zip.finish();
    byte[] file = bytes.toByteArray();
    byte[] digits = sealed.digits();
    System.arraycopy(digits, 0, file, file.length - digits.length, digits.length);
    return Files.write(path, file);
  }
}
