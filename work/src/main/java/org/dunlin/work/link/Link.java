package org.dunlin.work.link;

import java.util.Optional;
import org.dunlin.connectors.program.Facts;
import org.dunlin.connectors.program.Manifest;
import org.dunlin.connectors.program.Program;
import org.dunlin.connectors.program.Stream;
import org.dunlin.store.call.Occasion;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Connection;
import org.dunlin.store.program.LinkedProgram;

/**
 * A connection to a program, as it is at this moment.
 *
 * @param facts what requests may know: settings with secrets, the company, the clock; no token
 * @param occasion on which its program is asked; calls are kept under it
 */
public record Link(
    CompanyProfile profile,
    Connection connection,
    LinkedProgram linked,
    Program program,
    Facts facts,
    Occasion occasion) {

  /** The same connection, on an occasion of its own. */
  public Link on(Occasion other) {
    return new Link(profile, connection, linked, program, facts, other);
  }

  /** Whose connection it is. */
  public String companyId() {
    return connection.companyId();
  }

  /** Which connection it is. */
  public String id() {
    return connection.id();
  }

  /** How its program is asked. */
  public Manifest manifest() {
    return program.manifest();
  }

  /** A stream of its program. */
  public Optional<Stream> stream(String name) {
    return manifest().stream(name);
  }

  @Override
  public String toString() {
    return "Link[" + companyId() + "/" + id() + " to " + program.name() + "]"; // no secrets
  }
}
