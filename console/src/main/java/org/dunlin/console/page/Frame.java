package org.dunlin.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.dunlin.console.look.Appearance;
import org.dunlin.console.words.Words;
import org.dunlin.store.access.Permits;
import org.dunlin.store.access.Right;
import org.dunlin.store.company.CompanyProfile;
import org.dunlin.store.company.Restored;
import org.jspecify.annotations.Nullable;

/**
 * What every page of a company shows around its content.
 *
 * @param user who is signed in
 * @param permits what they may do
 * @param companies the names of their companies by their ids
 * @param businessDate the company's
 * @param stopped whether everything that leaves the hub is stopped
 * @param address path and query of the page itself
 * @param said what the button that was pressed before did; absent where none was
 * @param refused why it was not done; absent where it was
 * @param restored that the hub was restored, until a person says that it is settled
 */
public record Frame(
    String user,
    Permits permits,
    Appearance look,
    String address,
    Csrf csrf,
    Map<String, String> companies,
    CompanyProfile company,
    LocalDate businessDate,
    boolean stopped,
    @Nullable String said,
    @Nullable String refused,
    @Nullable Restored restored,
    Words words) {

  /** What a form must carry so that it is known to come from a page of ours. */
  public record Csrf(String parameter, String token) {
    @Override
    public String toString() {
      return "Csrf[]";
    }
  }

  /** Whether the reader may do this in this company. */
  public boolean may(Right right) {
    return permits.may(right, company.id());
  }

  /** Whether the reader may do this to the hub as a whole. */
  public boolean mayEverywhere(Right right) {
    return permits.mayEverywhere(right);
  }

  /** A sentence in the reader's language, its places filled. */
  public String say(String key, Object... values) {
    return words.say(key, values);
  }

  /** The part of an address that names the company. */
  public String query() {
    return query(company.id());
  }

  /** The part of an address that names a company. */
  public String query(String companyId) {
    return "company=" + URLEncoder.encode(companyId, StandardCharsets.UTF_8);
  }
}
