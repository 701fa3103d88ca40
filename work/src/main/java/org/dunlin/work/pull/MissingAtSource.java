package org.dunlin.work.pull;

import java.util.List;

/**
 * Who is told what a program has no more. Each is called in the transaction of what found it, and
 * keys are those of the program. The same may be told again.
 */
public interface MissingAtSource {
  /** One complete sweep did not bring these; until it is certain, nobody is reminded of them. */
  void missing(String companyId, String connectionId, String stream, List<String> keys);

  /** Two complete sweeps in a row did not bring these, or the program says so: they are gone. */
  void gone(String companyId, String connectionId, String stream, List<String> keys);

  /** These were missing and are there again. */
  void back(String companyId, String connectionId, String stream, List<String> keys);
}
