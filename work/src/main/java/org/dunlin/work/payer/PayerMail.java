package org.dunlin.work.payer;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.dunlin.core.brand.Color;
import org.dunlin.core.message.Language;
import org.dunlin.core.model.DunningMode;
import org.dunlin.core.port.Dispatch;
import org.dunlin.store.Ids;
import org.dunlin.store.Stores;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.outbox.Effect;
import org.dunlin.store.outbox.EffectKind;
import org.dunlin.store.outbox.EffectState;
import org.dunlin.work.Payloads;
import org.jspecify.annotations.Nullable;

/**
 * What the payer's page lets the company write by e-mail, always to the address that is known. It
 * takes the way of every message: in shadow mode it stays, in test mode it goes to the tester.
 */
final class PayerMail {
  private static final String CONNECTION = "smtp";
  private static final Color PLAIN = new Color("#1f5f6b");
  private static final Map<Language, Properties> WORDS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      WORDS.put(language, read(language));
    }
  }

  private final Stores stores;

  PayerMail(Stores stores) {
    this.stores = stores;
  }

  /**
   * What is written.
   *
   * @param paragraphs in their order, as text
   * @param button an address behind a button, with its words; absent: none
   */
  record Written(String subject, List<String> paragraphs, @Nullable Button button) {}

  /** A button. */
  record Button(String word, String address) {}

  /** A sentence in a language, its places filled. */
  static String say(Language language, String key, Object... values) {
    String sentence = Objects.requireNonNull(WORDS.get(language)).getProperty(key);
    if (sentence == null) {
      throw new IllegalArgumentException("there is no phrase " + key + " in " + language);
    }
    return new MessageFormat(sentence, language.locale()).format(values);
  }

  /** Puts it into the outbox, within the caller's transaction. */
  void send(CompanyProfile profile, UUID customerId, String to, Written written) {
    UUID id = Ids.next();
    Dispatch.Email email =
        new Dispatch.Email(
            id.toString(),
            profile.company().name(),
            to,
            profile.replyTo(),
            oneLine(written.subject()),
            text(profile, written),
            html(profile, written),
            List.of(),
            List.of());
    stores
        .outbox()
        .add(
            Effect.decided(
                profile.id(),
                id,
                CONNECTION,
                CONNECTION + "/" + customerId,
                EffectKind.EMAIL,
                null,
                Payloads.json(email),
                profile.mode() == DunningMode.SHADOW ? EffectState.SHADOW : EffectState.PENDING,
                stores.companies().businessDate(profile)));
  }

  private static String text(CompanyProfile profile, Written written) {
    StringBuilder text = new StringBuilder();
    written.paragraphs().forEach(each -> text.append(each).append("\n\n"));
    Button button = written.button();
    if (button != null) {
      text.append(button.word()).append(":\n").append(button.address()).append("\n\n");
    }
    return text.append(oneLine(profile.company().name())).append('\n').toString();
  }

  private String html(CompanyProfile profile, Written written) {
    Color color = stores.brands().of(profile.id()).color().orElse(PLAIN);
    StringBuilder html =
        new StringBuilder("<div style=\"font:16px/1.5 sans-serif;max-width:36em\">");
    written
        .paragraphs()
        .forEach(
            each -> html.append("<p>").append(escaped(each).replace("\n", "<br>")).append("</p>"));
    Button button = written.button();
    if (button != null) {
      html.append("<p><a style=\"display:inline-block;padding:12px 20px;border-radius:6px;")
          .append("text-decoration:none;background:")
          .append(color.hex())
          .append(";color:")
          .append(color.textOn().hex())
          .append("\" href=\"")
          .append(escaped(button.address()))
          .append("\">")
          .append(escaped(button.word()))
          .append("</a></p><p style=\"font-size:14px;word-break:break-all\">")
          .append(escaped(button.address()))
          .append("</p>");
    }
    return html.append("<p>")
        .append(escaped(profile.company().name()))
        .append("</p></div>")
        .toString();
  }

  private static String oneLine(String text) {
    return text.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]+", " ").strip();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static Properties read(Language language) {
    String path = "/org/dunlin/work/payer/" + language.code() + ".properties";
    Properties words = new Properties();
    try (InputStream stream = PayerMail.class.getResourceAsStream(path)) {
      words.load(
          new InputStreamReader(Objects.requireNonNull(stream, path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return words;
  }
}
