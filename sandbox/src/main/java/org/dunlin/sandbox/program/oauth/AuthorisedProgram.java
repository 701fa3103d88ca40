package org.dunlin.sandbox.program.oauth;

import java.net.URI;
import java.util.List;
import org.dunlin.sandbox.program.Call;
import org.dunlin.sandbox.program.Limits;
import org.dunlin.sandbox.program.Notices;
import org.dunlin.sandbox.program.ProgramServer;
import org.dunlin.sandbox.program.Trouble;
import org.dunlin.sandbox.program.books.Books;

/** A program with books, served on loopback to those whom a person has let in. */
public abstract class AuthorisedProgram implements AutoCloseable {
  private final Books books;
  private final AuthorisationServer authorisation;
  private final Notices notices;
  private final ProgramServer server;

  /**
   * A program that is served already.
   *
   * @param notices that it sends
   */
  protected AuthorisedProgram(
      Books books, AuthorisationServer authorisation, Notices notices, ProgramServer server) {
    this.books = books;
    this.authorisation = authorisation;
    this.notices = notices;
    this.server = server;
  }

  /** Where it listens, without a slash at the end: for login, identity and API alike. */
  public final URI address() {
    return server.address();
  }

  /**
   * Lets what leads back here, such as the link to the next page, name another address than the one
   * at which this listens: the vendor's own, where whoever asks finds the way here by that name.
   */
  public abstract void knownAs(URI name);

  public final Books books() {
    return books;
  }

  public final AuthorisationServer authorisation() {
    return authorisation;
  }

  public final Trouble trouble() {
    return server.trouble();
  }

  public final Limits limits() {
    return server.limits();
  }

  /** What was asked until now. */
  public final List<Call> calls() {
    return server.calls();
  }

  @Override
  public final void close() {
    server.close();
    notices.close();
  }
}
