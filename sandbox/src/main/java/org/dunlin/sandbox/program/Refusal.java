package org.dunlin.sandbox.program;

/** A request that is refused; the program's manners give it its form. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  public Refusal(int status, String message) {
    super(message);
    this.status = status;
  }

  /** There is no such thing. */
  public static Refusal notFound(String what) {
    return new Refusal(404, what);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** For whoever asked. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
