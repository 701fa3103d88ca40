package org.dunlin.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads a file that must not change meanwhile: at its end it is asked once more. */
final class UnchangingFile extends FilterInputStream {
  private final Path path;
  private final BasicFileAttributes before;

  UnchangingFile(Path path) throws IOException {
    super(Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS));
    this.path = path;
    this.before = attributes(path);
  }

  @Override
  public int read() throws IOException {
    return checkedAtEnd(super.read());
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    return checkedAtEnd(super.read(target, offset, length));
  }

  private int checkedAtEnd(int result) throws IOException {
    if (result == -1) {
      BasicFileAttributes now = attributes(path);
      if (now.size() != before.size()
          || !now.lastModifiedTime().equals(before.lastModifiedTime())) {
        throw new IOException("it is still being written; it is taken once it stays the same");
      }
    }
    return result;
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }
}
