package org.dunlin.connectors.camt;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.dunlin.connectors.xml.Element;
import org.dunlin.connectors.xml.XmlCopy;
import org.dunlin.connectors.xml.XmlCursor;
import org.dunlin.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Copies what a file tells of some accounts out of it, as a file of its own. Nothing else of the
 * file goes with it: not the other accounts, nor the rest of the header, which names who received
 * it.
 */
final class StatementExtract {
  /** Of the header: which page of several this is, and how the message is called. */
  private static final List<String> OF_ALL = List.of("MsgId", "MsgPgntn");

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
  void message(Message message) throws IOException {
    XmlCopy copy = begin();
    copy.start(cursor.name());
    while (cursor.nextChild()) {
      if (cursor.name().equals(message.part())) {
        account(copy, message);
      } else if (cursor.name().equals("GrpHdr")) {
        header(copy, message, cursor.element());
      } else {
        cursor.skip();
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

  /**
   * A page of several belongs to every statement; by the id of a notification a statement may say
   * where its details are.
   */
  private static void header(XmlCopy copy, Message message, Element header) throws IOException {
    List<Element> kept =
        OF_ALL.subList(message.advises() == null ? 1 : 0, OF_ALL.size()).stream()
            .map(header::child)
            .filter(Objects::nonNull)
            .toList();
    if (!kept.isEmpty()) {
      copy.start(header.name());
      for (Element element : kept) {
        copy.element(element);
      }
      copy.end();
    }
  }

  /** Holds what comes before the account, which is little, until it is known whose it is. */
  private void account(XmlCopy copy, Message message) throws IOException {
    List<Element> before = new ArrayList<>();
    boolean copying = false;
    while (cursor.nextChild()) {
      if (copying) {
        cursor.copy(copy);
      } else if (cursor.name().equals("Acct")) {
        Element account = cursor.element();
        AccountId id = Accounts.ofOwner(account);
        copying = id != null && wanted.test(id);
        if (copying) {
          copy.start(message.part());
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
