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

  /** Unpacks the programs unless that was done before. Several processes may do so at once. */
  void unpackTo(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      return;
    }
    LOG.info("Unpacking PostgreSQL to {}", folder);
    Files.createDirectories(folder.resolveSibling(""));
    var unfinished = Files.createTempDirectory(folder.resolveSibling(""), "unpacking-");
    try (var input = archive.openStream()) {
      Archive.unpack(input, unfinished);
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
