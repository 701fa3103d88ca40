package org.dunlin.connectors.pain;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What stands in a pain.008, read by the standard alone and by nothing that wrote it. */
record ReadBack(
    String namespace, String messageId, int count, BigDecimal sum, List<Batch> batches) {

  record Batch(
      String id,
      String scheme,
      String sequence,
      String collectOn,
      boolean oneSum,
      int count,
      BigDecimal sum,
      String iban,
      String identifier,
      List<Debit> debits) {}

  record Debit(
      String endToEndId,
      BigDecimal amount,
      String currency,
      String mandate,
      String signedOn,
      boolean amended,
      @Nullable String formerMandate,
      @Nullable String formerAccount,
      String holder,
      String iban,
      @Nullable String bic,
      String remittance) {}

  static ReadBack of(String text) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    Element root =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    Element message = child(root, "CstmrDrctDbtInitn");
    Element header = child(message, "GrpHdr");
    List<Batch> batches = new ArrayList<>();
    for (Element each : children(message, "PmtInf")) {
      batches.add(batch(each));
    }
    return new ReadBack(
        root.getNamespaceURI(),
        text(header, "MsgId"),
        Integer.parseInt(text(header, "NbOfTxs")),
        new BigDecimal(text(header, "CtrlSum")),
        batches);
  }

  private static Batch batch(Element batch) {
    Element type = child(batch, "PmtTpInf");
    List<Debit> debits = new ArrayList<>();
    for (Element each : children(batch, "DrctDbtTxInf")) {
      debits.add(debit(each));
    }
    return new Batch(
        text(batch, "PmtInfId"),
        text(type, "LclInstrm", "Cd"),
        text(type, "SeqTp"),
        text(batch, "ReqdColltnDt"),
        Boolean.parseBoolean(text(batch, "BtchBookg")),
        Integer.parseInt(text(batch, "NbOfTxs")),
        new BigDecimal(text(batch, "CtrlSum")),
        text(batch, "CdtrAcct", "Id", "IBAN"),
        text(batch, "CdtrSchmeId", "Id", "PrvtId", "Othr", "Id"),
        debits);
  }

  private static Debit debit(Element debit) {
    Element amount = child(debit, "InstdAmt");
    Element mandate = child(child(debit, "DrctDbtTx"), "MndtRltdInf");
    Element was = optional(mandate, "AmdmntInfDtls");
    Element bank = child(child(debit, "DbtrAgt"), "FinInstnId");
    Element bic = optional(bank, "BIC") == null ? optional(bank, "BICFI") : optional(bank, "BIC");
    return new Debit(
        text(debit, "PmtId", "EndToEndId"),
        new BigDecimal(amount.getTextContent()),
        amount.getAttribute("Ccy"),
        text(mandate, "MndtId"),
        text(mandate, "DtOfSgntr"),
        Boolean.parseBoolean(text(mandate, "AmdmntInd")),
        was == null || optional(was, "OrgnlMndtId") == null ? null : text(was, "OrgnlMndtId"),
        was == null ? null : former(was),
        text(debit, "Dbtr", "Nm"),
        text(debit, "DbtrAcct", "Id", "IBAN"),
        bic == null ? null : bic.getTextContent(),
        text(debit, "RmtInf", "Ustrd"));
  }

  private static @Nullable String former(Element was) {
    Element account = optional(was, "OrgnlDbtrAcct");
    if (account != null) {
      return account.getTextContent().strip();
    }
    Element agent = optional(was, "OrgnlDbtrAgt");
    return agent == null ? null : agent.getTextContent().strip() + " (agent)";
  }

  private static String text(Element element, String... path) {
    Element at = element;
    for (String name : path) {
      at = child(at, name);
    }
    return at.getTextContent();
  }

  private static Element child(Element element, String name) {
    Element found = optional(element, name);
    if (found == null) {
      throw new AssertionError(element.getLocalName() + " has no " + name);
    }
    return found;
  }

  private static @Nullable Element optional(Element element, String name) {
    List<Element> found = children(element, name);
    return found.isEmpty() ? null : found.getFirst();
  }

  private static List<Element> children(Element element, String name) {
    List<Element> found = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child && name.equals(child.getLocalName())) {
        found.add(child);
      }
    }
    return found;
  }
}
