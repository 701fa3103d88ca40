package org.dunlin.routes.road;

/** That a server is not the one that it should be; the message is a sentence for people. */
final class RefusedServer extends RuntimeException {
  private static final long serialVersionUID = 1;

  RefusedServer(String sentence) {
    super(sentence);
  }
}
