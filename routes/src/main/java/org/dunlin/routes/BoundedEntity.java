package org.dunlin.routes;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.HttpEntityWrapper;

/**
 * An answer that ends in an error once it is larger, or takes longer, than any may, or once all
 * that come in at this moment are too much together.
 */
final class BoundedEntity extends HttpEntityWrapper {
  private final long mostBytes;
  private final BodyBudget.Share share;
  private final Trip trip;

  BoundedEntity(HttpEntity entity, long mostBytes, BodyBudget.Share share, Trip trip) {
    super(entity);
    this.mostBytes = mostBytes;
    this.share = share;
    this.trip = trip;
  }

  @Override
  public InputStream getContent() throws IOException {
    return new Bounded(super.getContent());
  }

  private final class Bounded extends FilterInputStream {
    private long bytes;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
      int count = super.read(target, offset, length);
      count(Math.max(0, count));
      return count;
    }

    private void count(int more) throws IOException {
      bytes += more;
      if (bytes > mostBytes) {
        throw new IOException("the answer is larger than " + mostBytes + " bytes");
      }
      if (!share.take(more)) {
        throw new IOException("too many large answers come at once");
      }
      if (trip.nanosLeft() < 0) {
        throw new IOException("the answer takes too long");
      }
    }
  }
}
