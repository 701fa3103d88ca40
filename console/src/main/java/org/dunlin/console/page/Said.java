package org.dunlin.console.page;

import org.dunlin.console.words.Words;
import org.dunlin.work.profile.SetInFile;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Where a button leads, and the sentence that is shown there.
 *
 * @param words the reader's
 * @param back the page where the button was; absent where the form does not say so
 */
record Said(RedirectAttributes next, Words words, String companyId, @Nullable String back) {
  static final String SAID = "said";
  static final String REFUSED = "refused";

  /** It was done: back to the page where the button was. */
  String done(String key, Object... values) {
    return shown(SAID, key, values);
  }

  /** It was not done: back to the page where the button was. */
  String refused(String key, Object... values) {
    return shown(REFUSED, key, values);
  }

  /** It was not done, since the settings file says it. */
  String inFile(SetInFile refused) {
    next.addFlashAttribute(REFUSED, CompanyPages.inFile(words, refused));
    return redirected();
  }

  private String shown(String attribute, String key, Object... values) {
    next.addFlashAttribute(attribute, words.say(key, values));
    return redirected();
  }

  private String redirected() {
    return "redirect:" + (back == null ? Address.of("/", companyId) : Address.here(back));
  }
}
