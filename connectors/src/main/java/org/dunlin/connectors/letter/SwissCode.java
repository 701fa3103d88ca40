package org.dunlin.connectors.letter;

import net.codecrete.qrbill.generator.Bill;
import net.codecrete.qrbill.generator.GraphicsFormat;
import net.codecrete.qrbill.generator.OutputSize;
import net.codecrete.qrbill.generator.QRBill;
import org.dunlin.core.message.SwissSlip;

/** The Swiss QR code alone, with its cross, for a screen. */
public final class SwissCode {
  private SwissCode() {}

  /** A drawing (SVG) of the code of a slip. */
  public static byte[] svg(SwissSlip slip) {
    Bill bill = SwissPaymentPart.bill(slip);
    bill.getFormat().setOutputSize(OutputSize.QR_CODE_ONLY);
    bill.getFormat().setGraphicsFormat(GraphicsFormat.SVG);
    return QRBill.generate(bill);
  }
}
