package org.dunlin.connectors.xml;

import java.io.IOException;

/** Tells a stream that fails from one that brings something wrong. */
final class FailedText extends IOException {
  private static final long serialVersionUID = 1;
  private final IOException failure;

  FailedText(IOException failure) {
    super(failure);
    this.failure = failure;
  }

  IOException failure() {
    return failure;
  }
}
