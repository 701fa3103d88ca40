package org.dunlin.core.model;

/** A record of the canonical model that stands on a line of its own in its JSON form. */
public sealed interface CanonicalRecord
    permits Company,
        Customer,
        Invoice,
        Statement,
        Payment,
        Allocation,
        Adjustment,
        Problem,
        Action,
        Claim,
        Hold,
        Promise,
        Dispute,
        Arrangement,
        PaymentLink,
        Checkout,
        Mandate {}
