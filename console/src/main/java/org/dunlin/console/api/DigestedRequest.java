package org.dunlin.console.api;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.dunlin.store.Digests;
import org.jspecify.annotations.Nullable;

/** A request whose content is digested while it is read, however large it is. */
final class DigestedRequest extends HttpServletRequestWrapper {
  private static final int AT_ONCE = 16 << 10;

  private final MessageDigest sha256 = Digests.sha256();
  private final Digested stream;
  private boolean broken;

  DigestedRequest(HttpServletRequest request) throws IOException {
    super(request);
    stream = new Digested(request.getInputStream());
  }

  /** Whether the content did not come to its end. */
  boolean isBroken() {
    return broken;
  }

  /** The SHA-256 of the whole content; what nobody has read is read now. */
  byte[] digest() throws IOException {
    byte[] bytes = new byte[AT_ONCE];
    while (stream.read(bytes, 0, bytes.length) >= 0) {
      // the stream digests
    }
    return sha256.digest();
  }

  @Override
  public ServletInputStream getInputStream() {
    return stream;
  }

  @Override
  public BufferedReader getReader() {
    String encoding = getCharacterEncoding();
    Charset charset = encoding == null ? StandardCharsets.UTF_8 : Charset.forName(encoding);
    return new BufferedReader(new InputStreamReader(stream, charset));
  }

  /** Stays open for what is left when somebody closes it. */
  private final class Digested extends ServletInputStream {
    private final ServletInputStream content;

    Digested(ServletInputStream content) {
      this.content = content;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = content.read(bytes, offset, length);
        if (count > 0) {
          sha256.update(bytes, offset, count);
        }
        return count;
      } catch (IOException e) {
        broken = true;
        throw e;
      }
    }

    @Override
    public boolean isFinished() {
      return content.isFinished();
    }

    @Override
    public boolean isReady() {
      return content.isReady();
    }

    @Override
    public void setReadListener(@Nullable ReadListener listener) {
      throw new IllegalStateException("the API reads its requests as they come");
    }
  }
}
