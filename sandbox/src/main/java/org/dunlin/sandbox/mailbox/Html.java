package org.dunlin.sandbox.mailbox;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The mailbox as HTML: every value from a mail is escaped, its HTML stands in a sandboxed frame.
 */
final class Html {
  static final String STYLE =
      """
      :root { color-scheme: light dark; --line: light-dark(#d4d8dd, #3c434c);
        --soft: light-dark(#5a6470, #a2abb6); --link: light-dark(#0b5cad, #7db7f5); }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 0 auto;
        padding: 1rem; overflow-wrap: anywhere; }
      h1 { font-size: 1.35rem; line-height: 1.3; }
      h2 { font-size: 1rem; margin: 1.5rem 0 .5rem; }
      a { color: var(--link); }
      ol.mails { list-style: none; margin: 0; padding: 0; }
      ol.mails li { border-top: 1px solid var(--line); padding: .6rem 0; }
      ol.mails a { display: block; font-weight: 600; }
      .soft, dt { color: var(--soft); font-size: .875rem; }
      dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem .9rem; }
      dd { margin: 0; }
      pre { overflow-x: auto; overflow-wrap: normal; font-size: .875rem; border: 1px solid var(--line);
        border-radius: .4rem; padding: .8rem; }
      iframe { width: 100%; height: 32rem; border: 1px solid var(--line);
        border-radius: .4rem; background: Canvas; }
      @media (max-width: 30rem) { dl { display: block; } dd { margin-bottom: .4rem; } }
      """;

  private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"']+");
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
          .withZone(ZoneId.systemDefault());

  private Html() {}

  static String list(List<Mail> mails) {
    StringBuilder items = new StringBuilder();
    for (Mail mail : mails.reversed()) {
      items.append(
          """
          <li><a href="/mail/%d">%s</a>
          <span class="soft"><time datetime="%s">%s</time> · to %s</span></li>
          """
              .formatted(
                  mail.id(),
                  escaped(subject(mail)),
                  mail.received(),
                  WHEN.format(mail.received()),
                  escaped(mail.to())));
    }
    String content =
        mails.isEmpty()
            ? "<p class=\"soft\">No mail has arrived yet.</p>"
            : "<ol class=\"mails\" reversed>" + items + "</ol>";
    return page(
        "Mailbox",
        """
        <h1>Mailbox</h1>
        <p class="soft">Every mail that was sent to anybody stands here; none of it left this
        machine. Newest first, %d in all.</p>
        %s
        """
            .formatted(mails.size(), content));
  }

  static String one(Mail mail) {
    StringBuilder body = new StringBuilder();
    body.append("<p><a href=\"/\">All mails</a></p><h1>");
    body.append(escaped(subject(mail))).append("</h1><dl>");
    line(body, "To", mail.to());
    line(body, "From", mail.from());
    line(body, "Received", WHEN.format(mail.received()));
    mail.attachments().forEach(name -> line(body, "Attached", name));
    body.append("</dl>");
    if (!mail.html().isEmpty()) {
      body.append("<h2>As HTML</h2>").append(frame(mail.html()));
    }
    if (!mail.text().isEmpty()) {
      body.append("<h2>As text</h2><pre>").append(linked(mail.text())).append("</pre>");
    }
    body.append("<details><summary>Headers</summary><dl>");
    mail.headers().forEach(header -> line(body, header.name(), header.value()));
    body.append("</dl></details>");
    return page(subject(mail), body.toString());
  }

  static String notice(String sentence) {
    return page("Mailbox", "<p>" + escaped(sentence) + "</p><p><a href=\"/\">All mails</a></p>");
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** No scripts, no forms, no origin; a link that a person clicks opens a page of its own. */
  private static String frame(String html) {
    return "<iframe title=\"The mail as HTML\" referrerpolicy=\"no-referrer\""
        + " sandbox=\"allow-popups allow-popups-to-escape-sandbox\" srcdoc=\""
        + escaped("<base target=\"_blank\">" + html)
        + "\"></iframe>";
  }

  private static String linked(String text) {
    StringBuilder out = new StringBuilder();
    int end = 0;
    for (MatchResult match : LINK.matcher(text).results().toList()) {
      String link = escaped(match.group());
      out.append(escaped(text.substring(end, match.start())));
      out.append("<a rel=\"noopener noreferrer\" target=\"_blank\" href=\"").append(link);
      out.append("\">").append(link).append("</a>");
      end = match.end();
    }
    return out.append(escaped(text.substring(end))).toString();
  }

  private static void line(StringBuilder out, String name, String value) {
    out.append("<dt>").append(escaped(name)).append("</dt>");
    out.append("<dd>").append(escaped(value)).append("</dd>");
  }

  private static String subject(Mail mail) {
    return mail.subject().isBlank() ? "(no subject)" : mail.subject();
  }

  private static String page(String title, String body) {
    return """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>%s</title>
    <link rel="stylesheet" href="/style.css">
    </head>
    <body><main>%s</main></body>
    </html>
    """
        .formatted(escaped(title), body);
  }
}
