package org.dunlin.console;

import java.math.BigDecimal;
import java.util.UUID;
import org.dunlin.core.model.Decision;
import org.dunlin.core.model.HoldReason;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.store.view.InvoiceList;

/** A company in which something of everything has happened. */
final class Filled {
  final Scene scene = new Scene();
  final UUID customer = scene.customer("Bakkerij van der Hoeven & Zonen B.V.");
  final UUID paidInPart =
      scene.invoice(customer, "2026-0042", Scene.TODAY.minusDays(41), "1210.00");
  final UUID payment = scene.payment("BAKKERIJ VD HOEVEN", "factuur 2026-0042 1e deel", "700.00");
  final UUID delivery;
  final UUID message;

  Filled() {
    allocations();
    others();
    message = scene.email(customer, paidInPart, "Reminder: 2026-0042", EffectState.SENT);
    UUID old = scene.invoice(customer, "2026-0007", Scene.TODAY.minusDays(120), "99.95");
    scene.email(customer, old, "Reminder: 2026-0007", EffectState.UNKNOWN);
    scene.held(customer, old, HoldReason.PLAUSIBLE_PAYMENT, HoldReason.SHADOW);
    delivery = scene.deliver("invoice-2026-0101.xml", ubl());
  }

  /** Of the invoice that came as a file. */
  UUID delivered() {
    return scene
        .stores()
        .views()
        .invoices()
        .page(
            scene.id(),
            new InvoiceList.Choice(InvoiceList.Filter.ALL, null, "2026-0101"),
            Scene.TODAY,
            null,
            1)
        .items()
        .getFirst()
        .id();
  }

  private void allocations() {
    scene.allocation(
        payment, paidInPart, "600.00", Decision.AUTOMATIC, "the remittance names 2026-0042");
    UUID other = scene.payment("HOEVEN", "rekening", "50.00");
    scene.allocation(other, paidInPart, "50.00", Decision.SUGGESTED, "the payer is known");
    UUID contradicted = scene.payment("HOEVEN", "2026-0042", "20.00");
    scene.allocation(contradicted, paidInPart, "20.00", Decision.CONFLICT, "the number");
  }

  private void others() {
    int[] overdue = {-12, 5, 37, 75};
    for (int i = 0; i < overdue.length; i++) {
      UUID someone = scene.customer("Kunde " + (char) ('A' + i) + " GmbH & Co. KG");
      BigDecimal total = new BigDecimal("345.67").multiply(new BigDecimal(i + 1));
      scene.invoice(
          someone, "2026-100" + i, Scene.TODAY.minusDays(overdue[i]), total.toPlainString());
    }
  }

  private String ubl() {
    return """
    <Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2">
    <ID>2026-0101</ID><IssueDate>2026-11-01</IssueDate><DueDate>2026-11-15</DueDate>
    <DocumentCurrencyCode>EUR</DocumentCurrencyCode>
    <AdditionalDocumentReference><ID>T</ID><Attachment><EmbeddedDocumentBinaryObject
      mimeCode="application/pdf" filename="timesheet.pdf">JVBERi0xLjcK</EmbeddedDocumentBinaryObject></Attachment></AdditionalDocumentReference>
    <AccountingCustomerParty><Party><PartyName><Name>Jansen %s</Name></PartyName></Party>
    </AccountingCustomerParty>
    <LegalMonetaryTotal><TaxInclusiveAmount currencyID="EUR">121.00</TaxInclusiveAmount>
    <PayableAmount currencyID="EUR">121.00</PayableAmount></LegalMonetaryTotal></Invoice>
    """
        .formatted(scene.id());
  }
}
