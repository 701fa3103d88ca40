package org.dunlin.connectors.letter;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.codecrete.qrbill.canvas.PDFCanvas;
import net.codecrete.qrbill.canvas.PDFFontSettings;
import net.codecrete.qrbill.generator.Address;
import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.Language;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;
import net.codecrete.qrbill.generator.SeparatorType;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.dunlin.core.message.SwissSlip;

/** The payment part with receipt at the foot of the last sheet, to be cut off. */
final class SwissPaymentPart {
  /** In millimetres (Swiss Implementation Guidelines QR-bill, 3.1). */
  static final float HEIGHT = 105;

  private static final Pattern NUMBER_LAST =
      Pattern.compile("(.{1,70}?)[ ,]+([0-9]{1,5}[ ]?[A-Za-z]?(?:[-/][0-9A-Za-z]{1,5})?)");

  private SwissPaymentPart() {}

  static void draw(PDDocument document, SwissSlip slip, String language) throws IOException {
    Bill bill = bill(slip);
    bill.getFormat().setLanguage(language(language));
    bill.getFormat().setOutputSize(OutputSize.QR_BILL_ONLY);
    bill.getFormat().setSeparatorType(SeparatorType.DASHED_LINE_WITH_SCISSORS);
    PDFFontSettings font = PDFFontSettings.embeddedLiberationSans();
    try (PDFCanvas canvas = new PDFCanvas(document, PDFCanvas.LAST_PAGE, font)) {
      QRBill.draw(bill, canvas);
    }
  }

  static Bill bill(SwissSlip slip) {
    Bill bill = new Bill();
    bill.setAccount(slip.account());
    bill.setAmount(slip.amount());
    bill.setCurrency(slip.currency());
    bill.setCreditor(address(slip.creditor(), slip.creditorAddress()));
    bill.setReference(slip.reference());
    bill.updateReferenceType();
    bill.setUnstructuredMessage(slip.message());
    Optional.ofNullable(slip.debtorAddress())
        .ifPresent(address -> bill.setDebtor(address(slip.debtor(), address)));
    return bill;
  }

  /** Since 22 November 2025 addresses are structured: street and number apart. */
  private static Address address(String name, org.dunlin.core.model.Address from) {
    Address address = new Address();
    address.setName(name);
    String street = from.street() == null ? "" : from.street().strip();
    Matcher parts = NUMBER_LAST.matcher(street);
    if (parts.matches()) {
      address.setStreet(parts.group(1).strip());
      address.setHouseNo(parts.group(2).strip());
    } else if (!street.isEmpty()) {
      address.setStreet(street.length() <= 70 ? street : street.substring(0, 70));
    }
    address.setPostalCode(from.postalCode());
    address.setTown(from.city());
    address.setCountryCode(from.country());
    return address;
  }

  private static Language language(String code) {
    return switch (code) {
      case "de" -> Language.DE;
      case "fr" -> Language.FR;
      default -> Language.EN; // the guidelines know no Dutch payment part
    };
  }
}
