package org.dunlin.work.contract;

import java.util.Map;

/**
 * The payment providers that the hub carries along. They have no invoices: what is held of them is
 * {@link ProviderContractTest}.
 *
 * <p>Each is played by what its publisher documents of four answers: to an attempt that is begun,
 * to the look at it, to money given back, and to a list of nothing.
 */
enum CarriedProvider {
  MOLLIE(
      "mollie",
      Map.of("access", "key", "apiKey", "live_1", "profile", "pfl_QkEhN94Ba"),
      "tr_1",
      """
      {"resource": "payment", "id": "tr_1", "mode": "live", "status": "%s", "method": "ideal",
       "createdAt": "2026-11-20T09:00:00+00:00", "paidAt": "2026-11-20T09:01:00+00:00",
       "amount": {"value": "100.00", "currency": "EUR"}, "description": "2026-0042",
       "metadata": {"reference": "%s"}, "profileId": "pfl_QkEhN94Ba",
       "_links": {"checkout": {"href": "https://pay.example/1"}}}
      """,
      "paid",
      "tr_1",
      "{\"id\": \"re_1\", \"status\": \"pending\"}",
      """
      {"_embedded": {"payments": [], "refunds": [], "chargebacks": [], "payment_links": []},
       "_links": {}}
      """),
  STRIPE_PAYMENTS(
      "stripe-payments",
      Map.of("secretKey", "sk_live_1", "account", "acct_1032D82eZvKYlo2C"),
      "cs_1",
      """
      {"id": "cs_1", "object": "checkout.session", "status": "complete", "payment_status": "%s",
       "client_reference_id": "%s", "amount_total": 10000, "currency": "eur", "expires_at": 1795770090,
       "payment_method_types": ["ideal"], "url": "https://pay.example/1",
       "payment_intent": {"id": "pi_1", "status": "succeeded", "latest_charge": {
         "id": "ch_1", "object": "charge", "status": "succeeded", "captured": true, "amount": 10000,
         "currency": "eur", "created": 1795159200, "description": "2026-0042", "metadata": {},
         "billing_details": {}, "payment_method_details": {"type": "ideal", "ideal": {}}}}}
      """,
      "paid",
      "ch_1",
      "{\"id\": \"re_1\", \"object\": \"refund\", \"status\": \"succeeded\"}",
      "{\"object\": \"list\", \"data\": [], \"has_more\": false}"),
  GOCARDLESS(
      "gocardless",
      Map.of("environment", "live", "accessToken", "live_1", "creditor", "CR000035EME9H5"),
      "BRQ1",
      """
      {"billing_requests": {"id": "BRQ1", "status": "fulfilled", "metadata": {"reference": "%2$s"},
        "payment_request": {"amount": 10000, "currency": "EUR", "links": {"payment": "PM1"}}},
       "billing_request_flows": {"authorisation_url": "https://pay.example/1",
        "links": {"billing_request": "BRQ1"}},
       "payments": {"id": "PM1", "status": "%1$s", "amount": 10000, "currency": "EUR",
        "charge_date": "2026-11-20", "description": "2026-0042", "created_at": "2026-11-19T09:00:00Z",
        "metadata": {"reference": "%2$s"}, "links": {"mandate": "MD1"}, "scheme": "sepa_core"}}
      """,
      "confirmed",
      "PM1",
      "{\"refunds\": {\"id\": \"re_1\", \"status\": \"created\"}}",
      """
      {"payments": [], "refunds": [], "payouts": [], "events": [], "meta": {"cursors": {}}}
      """);

  private final String folder;
  private final Map<String, String> settings;
  private final String attempt;
  private final String answer;
  private final String paid;
  private final String money;
  private final String refund;
  private final String nothing;

  CarriedProvider(
      String folder,
      Map<String, String> settings,
      String attempt,
      String answer,
      String paid,
      String money,
      String refund,
      String nothing) {
    this.folder = folder;
    this.settings = Map.copyOf(settings);
    this.attempt = attempt;
    this.answer = answer;
    this.paid = paid;
    this.money = money;
    this.refund = refund;
    this.nothing = nothing;
  }

  String folder() {
    return folder;
  }

  Map<String, String> settings() {
    return settings;
  }

  /** By which it knows an attempt. */
  String attempt() {
    return attempt;
  }

  /** By which it knows the money that the attempt became. */
  String money() {
    return money;
  }

  /** What it answers of an attempt that is paid, whose reference is this. */
  String answer(String reference) {
    return answer.formatted(paid, reference);
  }

  /** What it answers to who gives money back. */
  String refund() {
    return refund;
  }

  /** A list of nothing. */
  String nothing() {
    return nothing;
  }
}
