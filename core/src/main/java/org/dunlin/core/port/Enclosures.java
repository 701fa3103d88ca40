package org.dunlin.core.port;

import java.io.InputStream;
import java.util.Optional;

/** What a message refers to and does not hold itself: read when it leaves. */
public interface Enclosures {
  /** For what refers to nothing. */
  Enclosures NONE =
      new Enclosures() {
        @Override
        public Optional<InputStream> open(Dispatch.Picture picture) {
          return Optional.empty();
        }

        @Override
        public Optional<InputStream> open(Dispatch.Attachment attachment) {
          return Optional.empty();
        }
      };

  /** The bytes of a picture; empty when it is there no more. */
  Optional<InputStream> open(Dispatch.Picture picture);

  /** The bytes of a document; empty when it is there no more. */
  Optional<InputStream> open(Dispatch.Attachment attachment);
}
