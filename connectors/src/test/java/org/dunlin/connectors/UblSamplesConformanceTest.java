package org.dunlin.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.dunlin.connectors.PlainXpath.nodes;
import static org.dunlin.connectors.PlainXpath.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dunlin.core.model.Address;
import org.dunlin.core.model.CanonicalRecord;
import org.dunlin.core.model.Customer;
import org.dunlin.core.model.Invoice;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.InvoiceStatus;
import org.dunlin.core.model.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Node;

/** Every published UBL document is read as another parser reads it, or refused for its reason. */
class UblSamplesConformanceTest {
  private static final String BUYER = "AccountingCustomerParty/Party";

  /** The documents that contradict themselves, and how. */
  private static final Map<String, String> REFUSED =
      Map.of(
          "SI-UBL-2.0_BR-NL-7_error_381_invoice.xml", "TYPE_CONTRADICTS_DOCUMENT",
          "SI-UBL-2.0_BR-NL-8_error_381.xml", "TYPE_CONTRADICTS_DOCUMENT",
          "SI-UBL-2.0_BR-NL-8_error_CN_not_381.xml", "TYPE_CONTRADICTS_DOCUMENT",
          "DespatchDocumentReferenceTest.xml", "TOTALS_DO_NOT_TIE",
          "EN16931_Einfach_negativePaymentDue.ubl.xml", "OVERPAID");

  /** A structured reference where there is no payment id. */
  private static final Map<String, String> REFERENCE_ELSEWHERE =
      Map.of("efff_BE0505890632_160421_Inv_16117778.xml", "601611777874");

  @Test
  void theSamplesAreThere() throws IOException {
    Path folder = Samples.folder("e-invoices");
    for (String origin : new String[] {"en16931", "peppol-bis3", "si-ubl-nlcius", "xrechnung"}) {
      assertThat(documents(folder.resolve(origin))).as(origin).hasSizeGreaterThan(10);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyDocumentIsReadAsItStandsOrRefusedForItsReason() throws IOException {
    return documents(Samples.folder("e-invoices")).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> document(file)));
  }

  @TestFactory
  Stream<DynamicTest> whateverIsReadOfAnyDocumentCanBeWrittenAndReadAgain() throws IOException {
    return documents(Samples.folder("e-invoices")).stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> Samples.again(file)));
  }

  private static List<Path> documents(Path folder) throws IOException {
    return Samples.holding(folder, "oasis:names:specification:ubl").stream()
        .filter(UblSamplesConformanceTest::recognised)
        .toList();
  }

  private static boolean recognised(Path file) {
    try {
      return Formats.detect(Files.readAllBytes(file)).filter(Format.UBL::equals).isPresent();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void document(Path file) throws IOException {
    List<CanonicalRecord> records = Samples.read(file);
    if (REFUSED.containsKey(name(file))) {
      assertThat(records).singleElement().isInstanceOf(Problem.class);
      assertThat(((Problem) records.getFirst()).code()).isEqualTo(REFUSED.get(name(file)));
      return;
    }
    assertThat(records).hasSize(2);
    Node root = Samples.document(file).getDocumentElement();
    Customer customer = (Customer) records.get(0);
    Invoice invoice = (Invoice) records.get(1);
    assertThat(invoice.customerId()).isEqualTo(customer.id());
    customer(customer, root);
    identity(invoice, root);
    amounts(invoice, root);
    dates(invoice, root);
    references(invoice, root, name(file));
  }

  private static void customer(Customer customer, Node root) {
    assertThat(customer.name())
        .isEqualTo(
            first(
                text(root, BUYER + "/PartyLegalEntity/RegistrationName"),
                text(root, BUYER + "/PartyName/Name")));
    String email = text(root, BUYER + "/Contact/ElectronicMail");
    assertThat(shown(customer.email())).isIn(email, text(root, BUYER + "/EndpointID"));
    assertThat(email.isEmpty() || email.equals(customer.email())).isTrue();
    assertThat(shown(customer.phone())).isEqualTo(text(root, BUYER + "/Contact/Telephone"));
    assertThat(shown(customer.registrationNumber()))
        .isEqualTo(text(root, BUYER + "/PartyLegalEntity/CompanyID"));
    assertThat(shown(customer.vatNumber())).isEqualTo(vatNumber(root));
    Address address = customer.address();
    if (address != null) {
      assertThat(shown(address.street())).contains(text(root, BUYER + "/PostalAddress/StreetName"));
      assertThat(shown(address.city())).isEqualTo(text(root, BUYER + "/PostalAddress/CityName"));
      assertThat(shown(address.postalCode()))
          .isEqualTo(text(root, BUYER + "/PostalAddress/PostalZone"));
      assertThat(shown(address.country()))
          .isEqualTo(text(root, BUYER + "/PostalAddress/Country/IdentificationCode"));
    } else {
      assertThat(text(root, BUYER + "/PostalAddress")).isEmpty();
    }
    assertThat(customer.ibans())
        .isSubsetOf(
            text(root, "PaymentMeans/PaymentMandate/PayerFinancialAccount/ID").replace(" ", ""));
  }

  private static String vatNumber(Node root) {
    return nodes(root, BUYER + "/PartyTaxScheme").stream()
        .filter(scheme -> text(scheme, "TaxScheme/ID").equals("VAT"))
        .map(scheme -> text(scheme, "CompanyID"))
        .filter(number -> !number.isEmpty())
        .findFirst()
        .orElse("");
  }

  private static void identity(Invoice invoice, Node root) {
    BigDecimal payable = amount(root, "PayableAmount");
    boolean creditNote = root.getLocalName().equals("CreditNote") != (payable.signum() < 0);
    assertThat(invoice.number()).isEqualTo(text(root, "ID"));
    assertThat(invoice.kind())
        .isEqualTo(creditNote ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE);
  }

  private static void amounts(Invoice invoice, Node root) {
    BigDecimal payable = amount(root, "PayableAmount");
    BigDecimal total =
        text(root, "LegalMonetaryTotal/TaxInclusiveAmount").isEmpty()
            ? payable.add(amount(root, "PrepaidAmount"))
            : amount(root, "TaxInclusiveAmount");
    Node owed = nodes(root, "LegalMonetaryTotal/PayableAmount").getFirst();
    assertThat(invoice.currency())
        .hasToString(owed.getAttributes().getNamedItem("currencyID").getNodeValue());
    assertThat(invoice.total().getAmount()).isEqualByComparingTo(total.abs());
    assertThat(invoice.outstanding().getAmount()).isEqualByComparingTo(payable.abs());
    assertThat(invoice.status())
        .isEqualTo(payable.signum() == 0 ? InvoiceStatus.PAID : InvoiceStatus.OPEN);
  }

  private static BigDecimal amount(Node root, String name) {
    String text = text(root, "LegalMonetaryTotal/" + name);
    return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
  }

  /** No sample has instalments; one offers two discounts, others a discount in free words. */
  private static void dates(Invoice invoice, Node root) {
    assertThat(invoice.issueDate()).hasToString(text(root, "IssueDate"));
    assertThat(shown(invoice.dueDate()))
        .isEqualTo(first(text(root, "DueDate"), text(root, "PaymentMeans/PaymentDueDate")));
    assertThat(invoice.instalments()).isEmpty();
    assertThat(invoice.earlyPayment()).isNull();
  }

  private static void references(Invoice invoice, Node root, String file) {
    String paymentId =
        nodes(root, "PaymentMeans/PaymentID").stream()
            .map(node -> node.getTextContent().strip())
            .filter(id -> !id.isEmpty())
            .findFirst()
            .orElse(REFERENCE_ELSEWHERE.getOrDefault(file, ""));
    assertThat(shown(invoice.paymentReference())).isEqualTo(paymentId);
    String order = text(root, "OrderReference/ID");
    assertThat(shown(invoice.orderReference()))
        .isEqualTo(
            order.isEmpty() || order.equals("NA")
                ? text(root, "OrderReference/SalesOrderID")
                : order);
  }

  private static String first(String preferred, String otherwise) {
    return preferred.isEmpty() ? otherwise : preferred;
  }

  private static String shown(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
