package org.dunlin.work.profile;

/** A connection that cannot be used as somebody says it. */
public final class WrongConnection extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Fault fault;

  /** What can be wrong with it. */
  public enum Fault {
    ID(
        "The name of a connection is 1 to 40 small letters, digits, dots, hyphens and underscores,"
            + " and begins with a letter or digit, as in books."),
    PATH("“{0}” is no folder; give its whole path, as in /srv/acme."),
    TAKEN("The folder is that of {0} already; give each connection its own.");

    private final String sentence;

    Fault(String sentence) {
      this.sentence = sentence;
    }
  }

  private final String about;

  WrongConnection(Fault fault, String about) {
    super(fault.sentence.replace("{0}", about));
    this.fault = fault;
    this.about = about;
  }

  /** What is wrong. */
  public Fault fault() {
    return fault;
  }

  /** The words that its sentence names. */
  public String about() {
    return about;
  }
}
