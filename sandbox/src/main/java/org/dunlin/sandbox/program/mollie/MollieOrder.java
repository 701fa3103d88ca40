package org.dunlin.sandbox.program.mollie;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payment was asked for.
 *
 * @param metadata as it was given, given back as it is
 * @param methods that may be chosen; one when it is fixed
 * @param link the payment link that it is made by
 */
record MollieOrder(
    Money amount,
    String description,
    @Nullable JsonNode metadata,
    @Nullable String redirectUrl,
    @Nullable String cancelUrl,
    @Nullable String webhookUrl,
    @Nullable String locale,
    List<MollieMethod> methods,
    @Nullable String link) {}
