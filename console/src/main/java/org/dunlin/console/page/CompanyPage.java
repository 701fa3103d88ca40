package org.dunlin.console.page;

import java.util.List;
import org.dunlin.core.model.DunningMode;
import org.dunlin.store.view.Sources;
import org.dunlin.work.profile.KeptProfile;
import org.jspecify.annotations.Nullable;

/**
 * A company's profile as its page shows it.
 *
 * @param modeOrigin who switched it last, as a sentence
 * @param logoOrigin who gave the logo, as a sentence
 * @param invoiceShares of the invoices that several connections have, how many each leads
 * @param customerShares of the customers
 * @param logoFixed whether the settings file says the logo
 */
public record CompanyPage(
    KeptProfile kept,
    List<FormGroup> groups,
    boolean amiss,
    String modeOrigin,
    String logoOrigin,
    boolean logoFixed,
    List<Sources.Share> invoiceShares,
    List<Sources.Share> customerShares,
    List<Folder> folders,
    @Nullable Folder wanted,
    @Nullable String folderError) {

  /**
   * A connection that watches a folder.
   *
   * @param origin who said it, as a sentence
   * @param fixed whether the settings file says it
   */
  public record Folder(
      String id, String program, String path, boolean paused, String origin, boolean fixed) {}

  /** The modes that it can be switched to, and the one that it is in. */
  public List<DunningMode> modes() {
    return List.of(DunningMode.values());
  }
}
