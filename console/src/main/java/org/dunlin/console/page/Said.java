package org.dunlin.console.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a button leads and the sentence that is shown there. */
final class Said {
  private Said() {}

  /** It was done: back to a section of the company's page. */
  static String done(RedirectAttributes next, String companyId, String anchor, String sentence) {
    next.addFlashAttribute("said", sentence);
    return page(companyId, anchor);
  }

  /** It was not done: back to a section of the company's page. */
  static String refused(RedirectAttributes next, String companyId, String anchor, String sentence) {
    next.addFlashAttribute("refused", sentence);
    return page(companyId, anchor);
  }

  private static String page(String companyId, String anchor) {
    return "redirect:/?company="
        + URLEncoder.encode(companyId, StandardCharsets.UTF_8)
        + "#"
        + anchor;
  }
}
