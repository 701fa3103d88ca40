package org.dunlin.sandbox.program.oauth;

import java.util.Map;

/** Asks a person whether an app may read and write the books. */
final class ConsentPage {
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private ConsentPage() {}

  static String policy() {
    return POLICY;
  }

  static String html(String program, String company, String path, Map<String, String> fields) {
    StringBuilder hidden = new StringBuilder();
    fields.forEach(
        (name, value) ->
            hidden
                .append("<input type=\"hidden\" name=\"")
                .append(escaped(name))
                .append("\" value=\"")
                .append(escaped(value))
                .append("\">\n"));
    return """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Connect to %s</title>
        <style>
        :root { color-scheme: light dark; }
        body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 3rem auto;
          padding: 0 1rem; }
        button { font: inherit; padding: .5rem 1.2rem; border-radius: .4rem; cursor: pointer; }
        .soft { opacity: .75; font-size: .875rem; }
        </style>
        </head>
        <body>
        <main>
        <h1>Connect to %s</h1>
        <p class="soft">This is the simulated program of Dunlin's sandbox, not the vendor's.</p>
        <p>An app wants to read and write the books of <strong>%s</strong>.</p>
        <p>It asks for: %s</p>
        <form method="post" action="%s">
        %s<button name="decision" value="allow">Allow access</button>
        <button name="decision" value="deny">Do not allow</button>
        </form>
        </main>
        </body>
        </html>
        """
        .formatted(
            escaped(program),
            escaped(program),
            escaped(company),
            escaped(fields.getOrDefault("scope", "all that it needs")),
            escaped(path),
            hidden);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
