package org.dunlin.store.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {

  @TempDir Path folder;
  private Path target;

  @BeforeEach
  void makeTheTarget() throws IOException {
    target = Files.createDirectory(folder.resolve("target"));
  }

  @Test
  void programsCanBeExecutedAndOtherFilesCannot() throws Exception {
    assumeTrue(PrivateFiles.hasPosixPermissions(target), "no POSIX permissions here");
    Archive.unpack(archive(file("bin/program", 0755), file("share/text", 0644)), target);
    assertThat(target.resolve("bin/program")).isExecutable().hasContent("content");
    assertThat(Files.isExecutable(target.resolve("share/text"))).isFalse();
  }

  @Test
  void aLinkInsideIsKept() throws Exception {
    Archive.unpack(archive(file("lib/a.so.1", 0644), link("lib/a.so", "a.so.1")), target);
    assertThat(target.resolve("lib/a.so")).isSymbolicLink().hasContent("content");
  }

  @Test
  void aFileOutsideIsRefused() throws Exception {
    assertRefused(archive(file("../outside", 0644)));
    assertRefused(archive(file("bin/../../outside", 0644)));
    assertThat(folder.resolve("outside")).doesNotExist();
  }

  @Test
  void aLinkToTheOutsideIsRefused() throws Exception {
    assertRefused(archive(link("lib/out", "../..")));
    assertRefused(archive(link("lib/absolute", folder.toString())));
    assertThat(target.resolve("lib/out")).doesNotExist();
  }

  private void assertRefused(InputStream archive) {
    assertThatThrownBy(() -> Archive.unpack(archive, target))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("outside its folder");
  }

  private static TarArchiveEntry file(String name, int mode) {
    var entry = new TarArchiveEntry(name, true);
    entry.setMode(mode);
    entry.setSize("content".length());
    return entry;
  }

  private static TarArchiveEntry link(String name, String to) {
    var entry = new TarArchiveEntry(name, TarConstants.LF_SYMLINK);
    entry.setLinkName(to);
    return entry;
  }

  private static InputStream archive(TarArchiveEntry... entries) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(new XZCompressorOutputStream(bytes))) {
      for (var entry : entries) {
        tar.putArchiveEntry(entry);
        if (entry.getSize() > 0) {
          tar.write("content".getBytes(StandardCharsets.US_ASCII));
        }
        tar.closeArchiveEntry();
      }
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }
}
