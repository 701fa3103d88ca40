package org.dunlin.console.outside;

import java.util.UUID;
import org.dunlin.console.words.Words;
import org.dunlin.core.message.Language;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a payer has in common. All addresses are relative, so that it does not matter
 * below which path a proxy shows them.
 *
 * @param token absent where the link is none
 * @param up what leads from the page to its folder
 * @param act the page below that of the token; absent: that itself
 * @param asked the language that the address names, which goes along; absent where it names none
 * @param company whose page it is; absent where the link is none
 * @param logo whether the company has one
 * @param replyTo where questions go
 */
public record PayerFrame(
    Words words,
    @Nullable String token,
    String up,
    @Nullable String act,
    @Nullable Language asked,
    PayerStyle look,
    @Nullable String company,
    boolean logo,
    @Nullable String replyTo) {

  /** The sentence of a key with its places filled. */
  public String say(String key, @Nullable Object... values) {
    return words.say(key, values);
  }

  /** The style that stands in the page. */
  public String style() {
    return look.text();
  }

  /** The page of the token. */
  public String page() {
    return up + token + query();
  }

  /** Something below it. */
  public String at(String below) {
    return up + token + "/" + below + query();
  }

  /** A document of an invoice. */
  public String paper(UUID id) {
    return up + token + "/paper/" + id;
  }

  /** The same page in a language. */
  public String in(Language language) {
    String same = token == null ? "" : up + token + (act == null ? "" : "/" + act);
    return same + "?lang=" + language.code();
  }

  /** The page of the token, which says that something was done. */
  String done(String act) {
    return up + token + "?done=" + act + (asked == null ? "" : "&lang=" + asked.code());
  }

  /** Where a payer is received who comes back; looked at so many times. */
  String back(int times) {
    return up + token + "/back?n=" + times + (asked == null ? "" : "&lang=" + asked.code());
  }

  private String query() {
    return asked == null ? "" : "?lang=" + asked.code();
  }
}
