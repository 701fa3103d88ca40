package org.dunlin.console.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** The body of a request that says something in a few lines of JSON. */
final class SmallBody {
  private static final int LARGEST = 64 << 10;

  private SmallBody() {}

  /**
   * The bytes of the body.
   *
   * @param what it says, as the beginning of a sentence, such as {@code A connection}
   */
  static byte[] of(HttpServletRequest request, String what) throws IOException {
    byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
    if (body.length > LARGEST) {
      throw ProblemType.TOO_LARGE.because(what + " has at most 64 KB; this has more.");
    }
    return body;
  }
}
