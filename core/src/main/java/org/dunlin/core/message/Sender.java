package org.dunlin.core.message;

import java.util.Optional;
import org.dunlin.core.brand.Color;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, and how it looks.
 *
 * @param name the company's
 * @param replyAddress the e-mail address to which the customer turns
 * @param iban the account to pay to; null: the one on the invoice
 * @param color the company's colour
 * @param logo whether a logo comes with the message, under the content id {@link Message#LOGO}
 */
public record Sender(
    String name, String replyAddress, @Nullable String iban, Optional<Color> color, boolean logo) {}
