package org.dunlin.connectors.bai2;

import java.util.List;

/**
 * A record with those that continue it (88).
 *
 * @param code of two digits
 * @param pieces what each of its physical records says, without code and closing slash
 * @param line on which it begins, from 1
 */
record LogicalRecord(String code, List<String> pieces, int line) {
  Fields fields() {
    return new Fields(String.join(String.valueOf(Fields.CONTINUED), pieces), line);
  }

  /** How many records it counts as in the trailers. */
  int count() {
    return pieces.size();
  }

  /** As it stands in a file, each piece on a line of its own. */
  String text() {
    return code + "," + String.join("/\n88,", pieces) + "/\n";
  }
}
