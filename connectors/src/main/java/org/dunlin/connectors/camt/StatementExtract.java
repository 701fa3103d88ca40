package org.dunlin.connectors.camt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCopy;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Copies the statements of some accounts out of a file, as a file of their own. Nothing else of the
 * file goes with them: not the other statements, nor the header, which names who received it.
 */
final class StatementExtract {
  private static final String PAGE = "MsgPgntn";

  private final XmlCursor cursor;
  private final Predicate<AccountId> wanted;
  private final OutputStream out;
  private @Nullable XmlCopy begun;

  StatementExtract(XmlCursor cursor, Predicate<AccountId> wanted, OutputStream out) {
    this.cursor = cursor;
    this.wanted = wanted;
    this.out = out;
  }

  /** Copies what is wanted of the message on which the cursor stands. */
  void message() throws IOException {
    XmlCopy copy = begin();
    copy.start("BkToCstmrStmt");
    while (cursor.nextChild()) {
      switch (cursor.name()) {
        case "Stmt" -> statement(copy);
        case "GrpHdr" -> page(copy, cursor.element());
        case String other -> cursor.skip();
      }
    }
    copy.end();
  }

  /** Ends the file. */
  void end() throws IOException {
    if (begun != null) {
      begun.end();
      begun.close();
    }
  }

  private XmlCopy begin() throws IOException {
    XmlCopy copy = begun;
    if (copy == null) {
      copy = new XmlCopy(out, cursor.namespace());
      copy.start("Document");
      begun = copy;
    }
    return copy;
  }

  /** Of the header, which page of several this is belongs to every statement. */
  private static void page(XmlCopy copy, Element header) throws IOException {
    Element page = header.child(PAGE);
    if (page != null) {
      copy.start(header.name());
      copy.element(page);
      copy.end();
    }
  }

  /** Holds what comes before the account, which is little, until it is known whose it is. */
  private void statement(XmlCopy copy) throws IOException {
    List<Element> before = new ArrayList<>();
    boolean copying = false;
    while (cursor.nextChild()) {
      if (copying) {
        cursor.copy(copy);
      } else if (cursor.name().equals("Acct")) {
        Element account = cursor.element();
        AccountId id = Accounts.of(account);
        copying = id != null && wanted.test(id);
        if (copying) {
          copy.start("Stmt");
          for (Element element : before) {
            copy.element(element);
          }
          copy.element(account);
        }
        before.clear();
      } else if (cursor.name().equals("Ntry")) {
        cursor.skip();
      } else {
        before.add(cursor.element());
      }
    }
    if (copying) {
      copy.end();
    }
  }
}
