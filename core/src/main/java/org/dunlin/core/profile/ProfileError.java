package org.dunlin.core.profile;

import java.util.List;

/**
 * What is wrong with one field.
 *
 * @param about what the sentence names, such as the text that cannot be used
 */
public record ProfileError(ProfileField field, Fault fault, List<String> about) {
  private static final int LONGEST = 60;

  public ProfileError {
    about = about.stream().map(ProfileError::brief).toList();
  }

  static ProfileError of(ProfileField field, Fault fault, String... about) {
    return new ProfileError(field, fault, List.of(about));
  }

  /** Says in English what is wrong and what would be right. */
  public String sentence() {
    return sentence(fault.sentence());
  }

  /** The same in the words of a translation, whose {@code {0}} and {@code {1}} are filled in. */
  public String sentence(String translation) {
    String sentence = translation;
    for (int i = 0; i < about.size(); i++) {
      sentence = sentence.replace("{" + i + "}", about.get(i));
    }
    return sentence;
  }

  private static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }
}
