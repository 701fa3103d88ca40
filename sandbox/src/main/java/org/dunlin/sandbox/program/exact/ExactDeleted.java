package org.dunlin.sandbox.program.exact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.Change.Subject;
import org.dunlin.sandbox.program.books.Gone;
import org.dunlin.sandbox.program.books.SalesDocument;
import org.dunlin.sandbox.program.books.SalesDocument.State;
import org.dunlin.sandbox.program.books.Stamp;

/** {@code sync/Deleted}: what is not there any more, by the entity that it was. */
final class ExactDeleted {
  private static final int TRANSACTION_LINES = 1;
  private static final int ACCOUNTS = 2;
  private static final int PAYMENT_TERMS = 10;
  private static final int SALES_INVOICES = 13;

  private final Books books;
  private final ExactCompany company;

  ExactDeleted(Books books, ExactCompany company) {
    this.books = books;
    this.company = company;
  }

  void serve(ExactApi api) {
    api.rows(
        new EntitySet(
            "sync/Deleted",
            "SyncDeleted",
            "Timestamp",
            EntitySet.BULK,
            () -> ExactApi.byTimestamp(rows())));
  }

  private List<ObjectNode> rows() {
    List<ObjectNode> rows = new ArrayList<>();
    for (Gone gone : books.gone().all()) {
      rows.addAll(rows(gone.stamp(), gone.record(), gone.subject()));
    }
    for (SalesDocument document :
        books.documents().all(d -> d.state() == State.VOIDED || d.state() == State.DELETED)) {
      rows.addAll(rows(document.stamp(), document.id(), Subject.INVOICE));
    }
    return rows;
  }

  private List<ObjectNode> rows(Stamp stamp, UUID record, Subject subject) {
    return switch (subject) {
      case CONTACT -> List.of(row(stamp, record, ACCOUNTS, 0));
      case INVOICE, CREDIT_NOTE ->
          List.of(
              row(stamp, record, SALES_INVOICES, 0),
              row(stamp, record, PAYMENT_TERMS, 1),
              row(stamp, company.id("entry line " + record + " 0"), TRANSACTION_LINES, 2));
      case PAYMENT, DEPOSIT ->
          List.of(
              row(stamp, record, PAYMENT_TERMS, 0),
              row(stamp, company.id("entry line " + record + " 1"), TRANSACTION_LINES, 1));
    };
  }

  private ObjectNode row(Stamp stamp, UUID record, int type, int number) {
    return new Row()
        .timestamp(stamp, number)
        .put("DeletedBy", company.user())
        .put("DeletedDate", stamp.changed())
        .put("Division", company.division())
        .put("EntityKey", record)
        .put("EntityType", type)
        .put("ID", company.id("deleted " + record + " " + type))
        .json();
  }
}
