package org.dunlin.core.port;

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

  /** The same of a text. */
  default void put(Road road, String name, String content, Charset charset) throws NotSent {
    put(road, name, content.getBytes(charset));
  }
}
