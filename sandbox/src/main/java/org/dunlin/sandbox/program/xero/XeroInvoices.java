package org.dunlin.sandbox.program.xero;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.dunlin.sandbox.program.Ask;
import org.dunlin.sandbox.program.Json;
import org.dunlin.sandbox.program.Reply;
import org.dunlin.sandbox.program.books.Books;
import org.dunlin.sandbox.program.books.SalesDocument.Kind;

/** {@code /Invoices}: lists, single ones, their paper, their address online, changes. */
final class XeroInvoices {
  private final XeroEnvelope envelope;
  private final XeroDocumentJson json;
  private final XeroFiled filed;

  XeroInvoices(Books books, XeroEnvelope envelope, XeroDrafts drafts) {
    this.envelope = envelope;
    this.json = new XeroDocumentJson(books);
    this.filed = new XeroFiled(Kind.INVOICE, "Invoices", "InvoiceID", books, envelope, drafts);
  }

  void serve(XeroApi api) {
    api.get("/Invoices", this::list);
    filed.serve(api);
    api.get("/Invoices/{id}/OnlineInvoice", this::online);
    api.post(
        "/Invoices/{id}",
        ask ->
            XeroBody.written(
                ask,
                envelope,
                "Invoices",
                sent -> filed.write(sent.deepCopy().put("InvoiceID", ask.variable("id")))));
  }

  private Reply list(Ask ask) {
    List<String> statuses = XeroContacts.ids(ask.query("Statuses"));
    List<String> ids = XeroContacts.ids(ask.query("IDs"));
    List<String> numbers = XeroContacts.ids(ask.query("InvoiceNumbers"));
    List<String> contacts = XeroContacts.ids(ask.query("ContactIDs"));
    return filed.list(
        ask,
        d ->
            fits(statuses, () -> json.status(d))
                && fits(ids, () -> d.id().toString())
                && fits(numbers, () -> d.draft().number())
                && fits(contacts, () -> d.draft().contact().toString()));
  }

  private static boolean fits(List<String> wanted, Supplier<String> value) {
    return wanted.isEmpty() || wanted.contains(value.get().toLowerCase(Locale.ROOT));
  }

  private Reply online(Ask ask) {
    ObjectNode address = Json.object();
    address.put("OnlineInvoiceUrl", "https://in.xero.com/" + filed.find(ask.variable("id")).id());
    return envelope.one("OnlineInvoices", address);
  }
}
