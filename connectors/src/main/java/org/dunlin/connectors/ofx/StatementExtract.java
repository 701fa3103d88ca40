package org.dunlin.connectors.ofx;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCopy;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;

/**
 * Copies the statements of some accounts out of a file, as a file of their own in XML. Of the rest
 * only the day on which it was made goes with them, on which their cover depends.
 */
final class StatementExtract {
  private final XmlCursor cursor;
  private final Predicate<AccountId> wanted;
  private final XmlCopy copy;

  /** The cursor stands on the root. */
  StatementExtract(XmlCursor cursor, Predicate<AccountId> wanted, OutputStream out)
      throws IOException {
    this.cursor = cursor;
    this.wanted = wanted;
    copy = new XmlCopy(out, "");
  }

  void copy() throws IOException {
    copy.start("OFX");
    while (cursor.nextChild()) {
      String name = cursor.name();
      if (name.equals(MessageReader.SIGN_ON)) {
        signOn(cursor.element());
      } else if (MessageReader.MESSAGES.contains(name)) {
        messages(name);
      } else {
        cursor.skip();
      }
    }
    copy.end();
    copy.close();
  }

  private void signOn(Element signOn) throws IOException {
    Element server = signOn.find("SONRS", "DTSERVER");
    if (server != null) {
      copy.start(MessageReader.SIGN_ON);
      copy.start("SONRS");
      copy.element(server);
      copy.end();
      copy.end();
    }
  }

  private void messages(String name) throws IOException {
    copy.start(name);
    while (cursor.nextChild()) {
      if (MessageReader.ANSWERS.contains(cursor.name())) {
        answer(cursor.name());
      } else {
        cursor.skip();
      }
    }
    copy.end();
  }

  private void answer(String name) throws IOException {
    copy.start(name);
    while (cursor.nextChild()) {
      if (MessageReader.STATEMENTS.contains(cursor.name())) {
        statement(cursor.name());
      } else {
        cursor.skip();
      }
    }
    copy.end();
  }

  /** Holds what comes before the account, which is little, until it is known whose it is. */
  private void statement(String name) throws IOException {
    List<Element> before = new ArrayList<>();
    boolean copying = false;
    while (cursor.nextChild()) {
      if (copying) {
        cursor.copy(copy);
      } else if (cursor.name().endsWith("ACCTFROM")) {
        Element account = cursor.element();
        AccountId id = Accounts.of(account);
        copying = id != null && wanted.test(id);
        if (copying) {
          copy.start(name);
          for (Element element : before) {
            copy.element(element);
          }
          copy.element(account);
        }
        before.clear();
      } else if (cursor.name().equals(StatementReader.LIST)) {
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
