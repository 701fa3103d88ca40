package org.dunlin.connectors.invoice;

import java.time.LocalDate;
import java.util.List;
import org.dunlin.connectors.xml.Element;
import org.dunlin.core.model.Attachment;
import org.dunlin.core.model.InvoiceKind;
import org.dunlin.core.model.PrecedingInvoice;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, by the business terms of EN 16931-1, as far as the hub needs them.
 *
 * @param at where the document begins
 * @param number BT-1
 * @param issueDate BT-2
 * @param kind what name and type (BT-3) of the document say, before signs are looked at
 * @param seller BG-4
 * @param buyer BG-7
 * @param debitedAccounts of the buyer (BT-91)
 * @param dueDate BT-9
 * @param figures BG-22
 * @param remittance what is to be cited in the payment (BT-83)
 * @param order BT-13
 * @param salesOrder BT-14
 * @param words to the payer (BT-20), in which terms and references may stand
 * @param references what stands where programs put a reference that is no BT-83
 */
public record BusinessTerms(
    Element at,
    String number,
    LocalDate issueDate,
    InvoiceKind kind,
    @Nullable Party seller,
    Party buyer,
    List<String> debitedAccounts,
    @Nullable LocalDate dueDate,
    Figures figures,
    @Nullable String remittance,
    @Nullable String order,
    @Nullable String salesOrder,
    List<String> words,
    List<String> references,
    List<Discount> discounts,
    List<DatedPart> dated,
    List<PrecedingInvoice> preceding,
    List<Attachment> attachments) {}
