package org.dunlin.connectors.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Objects;
import org.dunlin.connectors.Refusal;
import org.dunlin.connectors.text.TextLines;
import org.jspecify.annotations.Nullable;

/** The text of a file, whose lines all end with LF, in the encoding that the content shows. */
final class DecodedText extends Reader {
  /** More than any line of a bank or program has, with all its columns. */
  static final int LINE_BYTES = 1 << 20;

  private final TextLines lines;
  private String line = "";
  private int position;
  private boolean ended;

  private DecodedText(TextLines lines) {
    this.lines = lines;
  }

  /**
   * @param encoding absent where the content decides
   */
  static Reader of(InputStream stream, @Nullable Charset encoding) {
    return encoding == null
        ? new DecodedText(new TextLines(stream, LINE_BYTES))
        : new InputStreamReader(
            stream,
            encoding
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT));
  }

  /**
   * The encoding in which such a text was as far as it was read.
   *
   * @param named the one with which it was made
   */
  static Charset encoding(Reader text, @Nullable Charset named) {
    return text instanceof DecodedText decoded
        ? decoded.lines.encoding()
        : Objects.requireNonNull(named, "nobody named the encoding");
  }

  /** The refusal that an encoding becomes that the file is not in. */
  static Refusal wrong(CharacterCodingException e, int line) {
    return new Refusal(
        "WRONG_ENCODING",
        line,
        "the bytes behind this line are not in the encoding that the description names ("
            + e.getMessage()
            + "); name another one there, or none so that the content decides");
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    if (position == line.length() && !next()) {
      return -1;
    }
    int count = Math.min(length, line.length() - position);
    line.getChars(position, position + count, buffer, offset);
    position += count;
    return count;
  }

  private boolean next() throws IOException {
    String text = ended ? null : lines.next();
    ended = text == null;
    line = text == null ? "" : text + "\n";
    position = 0;
    return text != null;
  }

  @Override
  public void close() {
    // who opened the stream closes it
  }
}
