package org.dunlin.connectors.program.document;

import java.util.function.Function;
import org.dunlin.connectors.program.Facts;
import org.dunlin.core.port.HttpCall;
import org.dunlin.core.port.HttpReply;

/** What follows on the way to a document. */
public sealed interface Step {
  /**
   * Something is asked. {@link InvoiceDocument#verdict} judges the answer, and {@code then} reads
   * one that is good.
   *
   * @param request makes the request of what is known then, a token or a session among it
   * @param authorised whether the request gets the connection's credentials; without, it leads to
   *     another host
   * @param redirects whether the answer is to lead elsewhere
   */
  record Ask(Function<Facts, HttpCall> request, boolean authorised, boolean redirects, Reading then)
      implements Step {}

  /** The document. */
  final class Found implements Step {
    private final String file;
    private final String type;
    private final byte[] content;

    Found(String file, String type, byte[] content) {
      this.file = file;
      this.type = type;
      this.content = content;
    }

    /** The name that its file should have. */
    public String file() {
      return file;
    }

    /** Its media type, as the manifest says. */
    public String type() {
      return type;
    }

    /** Its bytes. */
    public byte[] content() {
      return content.clone();
    }

    @Override
    public String toString() {
      return type + " with " + content.length + " bytes";
    }
  }

  /** There is none, or none yet. */
  record Absent() implements Step {}

  /** It is not taken; the sentence is for people. */
  record Refused(String sentence) implements Step {}

  /** Reads a good answer. */
  @FunctionalInterface
  interface Reading {
    /** What follows upon it. */
    Step read(HttpReply reply);
  }
}
