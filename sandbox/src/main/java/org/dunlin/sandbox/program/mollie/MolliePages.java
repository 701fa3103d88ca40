package org.dunlin.sandbox.program.mollie;

import java.util.stream.Collectors;

/** The HTML of the hosted pages; it needs no script and loads nothing. */
final class MolliePages {
  static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private MolliePages() {}

  static String choose(String shop, MolliePayment payment, String path) {
    MollieMethod first = payment.order().methods().getFirst();
    String methods =
        payment.order().methods().stream()
            .map(
                method ->
                    """
                    <label><input type="radio" name="method" value="%s"%s> %s</label>
                    """
                        .formatted(
                            method.id(),
                            method == first ? " checked" : "",
                            escaped(method.label())))
            .collect(Collectors.joining());
    return page(
        "Pay " + shop,
        """
        <p class="amount">%s %s</p>
        <p>%s</p>
        <form method="post" action="%s">
        <fieldset><legend>How do you want to pay?</legend>
        %s</fieldset>
        <p>
        <button name="decision" value="pay" class="pay">Pay</button>
        <button name="decision" value="fail">Let it fail</button>
        <button name="decision" value="cancel">Cancel</button>
        </p>
        </form>
        """
            .formatted(
                payment.amount().getCurrencyUnit().getCode(),
                payment.amount().getAmount().toPlainString(),
                escaped(payment.description()),
                path,
                methods));
  }

  static String notice(String sentence) {
    return page("Payment", "<p>" + escaped(sentence) + "</p>");
  }

  private static String page(String title, String content) {
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>%s</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto;
          padding: 0 1rem; }
        label { display: block; padding: .4rem 0; }
        button { font: inherit; padding: .5rem 1.2rem; border-radius: .4rem; cursor: pointer; }
        .amount { font-size: 1.75rem; margin: 0; }
        .pay { font-weight: 600; }
        .soft { opacity: .75; font-size: .875rem; }
        </style>
        </head>
        <body>
        <main>
        <h1>%s</h1>
        <p class="soft">This is the simulated provider of Dunlin's sandbox, not Mollie. No money
        moves.</p>
        %s</main>
        </body>
        </html>
        """
        .formatted(escaped(title), escaped(title), content);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
