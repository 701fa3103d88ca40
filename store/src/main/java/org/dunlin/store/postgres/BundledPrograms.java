package org.dunlin.store.postgres;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** PostgreSQL's programs as they come with the hub: one archive for each platform. */
record BundledPrograms(URL archive) {

  private static final Logger LOG = LoggerFactory.getLogger(BundledPrograms.class);

  private static final String PREFIX = "bin-";
  private static final String UNFINISHED = "unpacking-";

  static BundledPrograms of(Platform platform) {
    var archive = BundledPrograms.class.getClassLoader().getResource(platform.archive());
    if (archive == null) {
      throw platform.unsupported();
    }
    return new BundledPrograms(archive);
  }

  /** Tells one archive from another without reading it, so that an update is unpacked anew. */
  String version() throws IOException {
    var connection = archive.openConnection();
    connection.setUseCaches(false);
    if (connection instanceof JarURLConnection jar) {
      try (var file = jar.getJarFile()) {
        return Long.toHexString(file.getEntry(jar.getEntryName()).getCrc());
      }
    }
    return Long.toHexString(connection.getContentLengthLong());
  }

  /** Unpacks the programs unless that was done before, and says where they are. */
  Path unpackInto(Path parent) throws IOException {
    var folder = parent.resolve(PREFIX + version());
    if (!Files.isDirectory(folder)) {
      unpackTo(folder);
    }
    return folder;
  }

  /** Removes what former versions of the hub, or a start that was cut off, unpacked. */
  static void removeOthers(Path kept) throws IOException {
    try (var siblings = Files.list(kept.resolveSibling(""))) {
      for (var sibling : siblings.filter(path -> !path.equals(kept)).toList()) {
        var name = sibling.getFileName().toString();
        if (name.startsWith(PREFIX) || name.startsWith(UNFINISHED)) {
          PrivateFiles.deleteTree(sibling);
        }
      }
    }
  }

  /** Several processes may do so at once; the first to finish wins. */
  private void unpackTo(Path folder) throws IOException {
    LOG.info("Unpacking PostgreSQL to {}", folder);
    Files.createDirectories(folder.resolveSibling(""));
    var unfinished = Files.createTempDirectory(folder.resolveSibling(""), UNFINISHED);
    try (var input = archive.openStream()) {
      Archive.unpack(input, unfinished);
      PrivateFiles.force(unfinished);
      PrivateFiles.moveIntoPlace(unfinished, folder);
    } catch (FileSystemException taken) {
      if (!Files.isDirectory(folder)) {
        throw taken;
      }
    } finally {
      PrivateFiles.deleteTree(unfinished);
    }
  }
}
