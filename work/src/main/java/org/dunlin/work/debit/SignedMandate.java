package org.dunlin.work.debit;

import java.time.Instant;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.MandateScheme;
import org.jspecify.annotations.Nullable;

/**
 * What a customer signed on the payer's page, with what proves it.
 *
 * @param scheme CORE; B2B is taken of businesses alone
 * @param iban the account to be debited, as it was typed
 * @param bic of its bank; absent where the customer gave none, which SEPA does not ask for
 * @param holder whose account it is
 * @param signedAt when the button was pressed
 * @param from from where: the address of the browser, as text
 * @param text what was agreed to, as it stood on the page
 * @param version of that text ({@code MandateText.VERSION})
 * @param language in which it stood there
 */
public record SignedMandate(
    MandateScheme scheme,
    String iban,
    @Nullable String bic,
    String holder,
    Instant signedAt,
    String from,
    String text,
    String version,
    Language language) {}
