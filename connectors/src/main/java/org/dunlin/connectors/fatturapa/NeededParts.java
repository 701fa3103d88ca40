package org.dunlin.connectors.fatturapa;

import java.io.IOException;
import java.util.Set;
import org.dunlin.connectors.invoice.PrecedingInvoices;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCursor;

/** Takes the parts of interest of the header and of one document; its lines are not kept. */
final class NeededParts {
  private static final Set<String> OF_HEADER =
      Set.of("CedentePrestatore", "CessionarioCommittente");

  private static final Set<String> OF_GOODS = Set.of("DatiRiepilogo", "Importo");

  private final AttachedFiles attachments = new AttachedFiles();
  private int orders;
  private int preceding;

  static Element header(XmlCursor cursor) throws IOException {
    return parts(cursor, OF_HEADER);
  }

  /** The parts of the document on which the cursor stands. */
  Element body(XmlCursor cursor) throws IOException {
    Element body = cursor.start();
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "DatiGenerali" -> body.adopt(general(cursor));
        case "DatiBeniServizi" -> body.adopt(parts(cursor, OF_GOODS));
        case "DatiPagamento" -> body.adopt(cursor.element());
        case AttachedFiles.NAME -> attachments.adopt(cursor, body);
        case String other -> cursor.skip();
      }
    }
    return body;
  }

  private Element general(XmlCursor cursor) throws IOException {
    Element general = cursor.start();
    while (cursor.nextChild()) {
      boolean needed =
          switch (cursor.name()) {
            case "DatiGeneraliDocumento" -> true;
            case "DatiOrdineAcquisto" -> orders++ == 0;
            case "DatiFattureCollegate", "DatiFatturaRettificata" ->
                preceding++ < PrecedingInvoices.MOST;
            case String other -> false;
          };
      if (needed) {
        general.adopt(cursor.element());
      } else {
        cursor.skip();
      }
    }
    return general;
  }

  private static Element parts(XmlCursor cursor, Set<String> needed) throws IOException {
    Element parent = cursor.start();
    while (cursor.nextChild()) {
      if (needed.contains(cursor.name())) {
        parent.adopt(cursor.element());
      } else {
        cursor.skip();
      }
    }
    return parent;
  }
}
