package org.dunlin.work.pull;

/** Manifests of bookkeeping programs that tell of their invoices in different ways. */
public final class Books {
  private static final String HEAD =
      """
      program: shop
      name: Shop Books
      documentation: https://developer.shop.example/
      capabilities: [%s]
      base: "https://api.shop.example/v1"
      authorisation: {kind: none}
      streams:
      """;

  private static final String CUSTOMERS =
      """
        customers:
          gives: [read.customers]
          every: PT6H
          request: {path: /customers}
          records: .customers
          key: .id
          paging: {kind: none}
          fetch: {request: {path: "/customers/{key}"}, records: "[.customer]"}
          mapping: invoices.jslt
      """;

  private static final String LISTED =
      """
        vouchers:
          every: PT1H
          request: {path: /vouchers}
          records: .vouchers
          key: .id
          paging: {kind: none}
          sweep: {every: P1D, request: {path: /all}}
          wants: [{stream: details, key: .id}]
        details:
          key: .id
          fetch: {request: {path: "/details/{key}"}, records: "[.detail]"}
          wants: [{stream: invoices, key: .id}]
        invoices:
          gives: [read.invoices]
          key: .id
          fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
          mapping: invoices.jslt
      """;

  private static final String PAYMENTS =
      """
        payments:
          gives: [read.payments, read.allocations]
          every: PT1H
          request: {path: /payments}
          records: .payments
          key: .id
          paging: {kind: none}
          mapping: invoices.jslt
      """;

  private static final String CHANGES =
      """
        invoices:
          gives: [read.invoices]
          every: PT1H
          request: {path: /invoices}
          records: .invoices
          key: .id
          paging: {kind: none}
          fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
          mapping: invoices.jslt
        changes:
          every: PT1H
          request: {path: /changes}
          records: .changes
          key: .id
          paging: {kind: none}
          wants: [{stream: invoices, key: .invoice}]
      """;

  private static final String LEAN =
      """
        invoices:
          gives: [read.invoices]
          every: PT1H
          request: {path: /invoices}
          records: .invoices
          key: .id
          paging: {kind: none}
          sweep: {every: P1D, request: {path: /keys}, records: .keys, key: .id}
          fetch: {request: {path: "/invoices/{key}"}, records: "[.invoice]"}
          mapping: invoices.jslt
      """;

  /** A list of vouchers leads to invoices, by a step between; customers have the same keys. */
  public static final String BY_VOUCHERS =
      HEAD.formatted("read.customers, read.invoices, read.payments, read.allocations")
          + CUSTOMERS
          + LISTED
          + PAYMENTS;

  /** Invoices are listed when they are made, and what happens to them later by another stream. */
  public static final String BY_CHANGES = HEAD.formatted("read.invoices") + CHANGES;

  /** A leaner sweep brings the keys of all. */
  public static final String BY_KEYS = HEAD.formatted("read.invoices") + LEAN;

  private Books() {}
}
