package org.dunlin.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** One line of every type with every field, in the order of the canonical form. */
class CanonicalExamplesTest {
  static final List<String> LINES =
      """
      {"type":"company","id":"acme","name":"Acme B.V.","country":"NL","timeZone":"Europe/Amsterdam","language":"nl","currency":"EUR","accounts":[{"iban":"NL44RABO0123456789"},{"accountNumber":"12345678","accountScheme":"GB"}],"creditorIdentifier":"NL98ZZZ999999990000","vatRecoverable":true,"paymentTermDays":30,"tolerance":{"EUR":"5.00","JPY":"500"},"autoThreshold":0.995,"dunning":"SHADOW"}
      {"type":"customer","id":"c-1","number":"D1001","name":"Bäckerei Jansen \\"Zoon\\"","email":"ap@example.nl","phone":"+31201234567","address":{"street":"Dam 1","postalCode":"1012JS","city":"Amsterdam","country":"NL"},"language":"nl","vatNumber":"NL001234567B01","registrationNumber":"12345678","ibans":["NL91ABNA0417164300"],"consumer":false,"segments":["sme"],"plan":"standard","paymentTermDays":30,"source":{"connection":"xero-1","id":"c9"}}
      {"type":"invoice","id":"i-1","number":"2026-0042","kind":"INVOICE","customerId":"c-1","issueDate":"2026-11-01","dueDate":"2026-12-01","dueDateFrom":"LAW","currency":"EUR","total":"1210.00","outstanding":"1210.00","status":"OPEN","paymentReference":"RF18539007547034","orderReference":"PO-77","earlyPayment":{"percent":"2","until":"2026-11-11"},"instalments":[{"dueDate":"2026-12-01","amount":"1210.00"}],"source":{"connection":"xero-1","id":"220ddca8","version":"2026-11-01T09:00:00Z","readAt":"2026-11-20T08:00:00Z"}}
      {"type":"statement","id":"s-1","accountIban":"NL44RABO0123456789","currency":"EUR","from":"2026-11-20","to":"2026-11-20","openingBalance":"-100.00","closingBalance":"1310.00","entries":1}
      {"type":"payment","id":"p-1","kind":"TRANSFER","direction":"IN","bookingDate":"2026-11-20","valueDate":"2026-11-20","amount":"1210.00","currency":"EUR","payerName":"BAKKERIJ JANSEN","payerIban":"NL91ABNA0417164300","payerBic":"ABNANL2A","remittance":"factuur 2026-0042","creditorReference":"RF18539007547034","references":[{"kind":"CINV","value":"2026-0042","amount":"1210.00"}],"endToEndId":"NOTPROVIDED","transactionCode":"PMNT-RCDT-ESCT","accountIban":"NL44RABO0123456789"}
      {"type":"payment","id":"p-2","kind":"RETURN","direction":"OUT","bookingDate":"2026-11-21","amount":"1210","currency":"JPY","payerAccountNumber":"55779911","payerAccountScheme":"GB","accountNumber":"12345678","accountScheme":"GB","returnOf":"p-1"}
      {"type":"allocation","paymentId":"p-1","invoiceId":"i-1","amount":"1210.00","match":"m-1","rank":1,"decision":"AUTOMATIC","rule":"STRUCTURED_REFERENCE","confidence":0.9998,"evidence":["creditor reference RF18539007547034 is invoice 2026-0042's","amount equals open amount"]}
      {"type":"allocation","creditNoteId":"i-9","invoiceId":"i-1","amount":"10.00","decision":"BOOKED"}
      {"type":"adjustment","paymentId":"p-1","invoiceId":"i-1","amount":"24.20","reason":"DISCOUNT","match":"m-2"}
      {"type":"problem","source":"statement.xml","position":"line 42","code":"BALANCE_DOES_NOT_TIE","message":"opening 100.00 + entries 1210.00 is not closing 1300.00"}
      {"type":"action","id":"a-1","customerId":"c-1","plan":"standard","step":"first","channel":"EMAIL","on":"2026-12-07","state":"DUE","items":[{"invoiceId":"i-1","dueDate":"2026-12-01","step":"first","amount":"1210.00","currency":"EUR"}],"holds":[]}
      {"type":"action","id":"a-2","customerId":"c-1","plan":"standard","step":"call","channel":"CALL","on":"2026-12-07","state":"HELD","items":[],"holds":[{"customerId":"c-1","reason":"MANUAL"}]}
      {"type":"claim","invoiceIds":["i-1"],"kind":"INTEREST","amount":"1.68","currency":"EUR","from":"2026-12-02","to":"2026-12-06","rate":"10.15","law":"NL BW 6:119a","source":"Staatsblad 2026"}
      {"type":"hold","customerId":"c-1","invoiceId":"i-1","reason":"DISPUTE","until":"2026-12-20"}
      {"type":"promise","id":"pr-1","customerId":"c-1","invoiceIds":["i-1"],"amount":"1210.00","currency":"EUR","on":"2026-12-15","state":"OPEN"}
      {"type":"dispute","id":"d-1","invoiceId":"i-1","amount":"210.00","currency":"EUR","reason":"PRICE","owner":"anna","deadline":"2026-12-20","state":"OPEN"}
      {"type":"arrangement","id":"ar-1","customerId":"c-1","invoiceIds":["i-1"],"instalments":[{"dueDate":"2026-12-15","amount":"605.00"}],"currency":"EUR","state":"AGREED"}
      {"type":"payment_link","id":"l-1","customerId":"c-1","invoiceIds":["i-1"],"amount":"1210.00","currency":"EUR","url":"https://pay.example.nl/p/1","state":"OPEN","expiresAt":"2027-01-24T23:00:00Z"}
      {"type":"checkout","id":"tr_7UhSN1zuXS","reference":"019abf3e-3a5e-7c11-9d3e-0c5a3f1b2c01","state":"PAID","amount":"1210.00","currency":"EUR","method":"ideal","expiresAt":"2026-11-26T10:15:00Z"}
      {"type":"mandate","id":"ma-1","customerId":"c-1","reference":"D1001-0001","scheme":"CORE","iban":"NL91ABNA0417164300","bic":"ABNANL2A","holder":"Bakkerij Jansen B.V.","signedOn":"2026-11-02","state":"ACTIVE"}
      """
          .lines()
          .toList();

  /** What a line without a currency of its own takes it from. */
  private static final String COMPANY = LINES.getFirst() + "\n";

  @ParameterizedTest
  @FieldSource("LINES")
  void aLineIsWrittenAsItWasRead(String line) {
    CanonicalRecord record = Reading.of(COMPANY + line).getLast();
    assertThat(record).isNotInstanceOf(problemUnlessMeant(line));
    assertThat(CanonicalWriter.line(record)).isEqualTo(line);
  }

  @Test
  void aStreamOfLinesIsWrittenAsItWasRead() {
    String text = String.join("\n", LINES) + "\n";
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CanonicalWriter writer = new CanonicalWriter(out)) {
      Reading.of(text).forEach(writer::write);
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
  }

  @Test
  void theFirstLineMaySayWhichFormFollows() {
    assertThat(Reading.of("{\"type\":\"dunlin\",\"version\":1}\n" + COMPANY)).hasSize(1);
  }

  private static Class<?> problemUnlessMeant(String line) {
    return line.contains("\"type\":\"problem\"") ? Void.class : Problem.class;
  }
}
