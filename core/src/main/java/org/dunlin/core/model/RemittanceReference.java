package org.dunlin.core.model;

import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One structured reference of a remittance; kind as in ISO 20022 (CINV, CREN, SCOR …), amount where
 * given.
 */
public record RemittanceReference(String kind, String value, @Nullable Money amount) {}
