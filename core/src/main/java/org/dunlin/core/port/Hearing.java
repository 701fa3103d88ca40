package org.dunlin.core.port;

/** Is told what is said with a receiver's server while something is handed over to it. */
public interface Hearing {
  /** For whom it is of no interest. */
  Hearing NONE =
      new Hearing() {
        @Override
        public void asks(String server) {
          // nobody listens
        }

        @Override
        public void answers(String reply) {
          // nobody listens
        }
      };

  /**
   * A server is about to be asked.
   *
   * @param server scheme, host and port, as an address
   */
  void asks(String server);

  /** It has taken what it was given, and says this. */
  void answers(String reply);
}
