package org.dunlin.core.port;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.dunlin.core.road.Road;

/** Puts a file where another program takes it. */
public interface PutFile {
  /**
   * Puts it there as a whole: whoever looks sees all of it under its name, or nothing. What lies
   * there under its name already is replaced.
   *
   * @param road to an SFTP server or, of kind OUTGOING, to a folder of this machine, with the
   *     setting {@code folder}
   * @param name without a path
   * @throws NotSent when it is not there as a whole and a later try may succeed
   * @throws UnknownOutcome when the server fell silent while it gave the file its name
   */
  void put(Road road, String name, byte[] content) throws NotSent;

  /** What can be read, each time from its beginning. */
  interface Content {
    /** Opens it; whoever opens it closes it. */
    InputStream open() throws IOException;
  }

  /** The same of what may be too much for the memory: it is read as it is put. */
  default void put(Road road, String name, Content content) throws NotSent {
    try (InputStream bytes = content.open()) {
      put(road, name, bytes.readAllBytes());
    } catch (IOException e) {
      throw new NotSent("The file " + name + " cannot be read: " + e, e);
    }
  }

  /** The same of a text. */
  default void put(Road road, String name, String content, Charset charset) throws NotSent {
    put(road, name, content.getBytes(charset));
  }
}
