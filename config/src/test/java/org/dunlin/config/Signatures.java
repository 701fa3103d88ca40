package org.dunlin.config;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import java.util.Set;
import java.util.stream.Stream;

/** What other rooms can see of a class, in words that name every type in it. */
final class Signatures {
  private Signatures() {}

  /** One line for the class itself and for each member, where others can see them. */
  static Stream<String> visible(JavaClass each) {
    if (!reachable(each)) {
      return Stream.empty();
    }
    Stream<JavaType> above =
        Stream.concat(each.getSuperclass().stream(), each.getInterfaces().stream());
    return Stream.concat(
        above.map(type -> each.getName() + " is a " + names(type)),
        each.getMembers().stream().filter(Signatures::open).map(Signatures::signature));
  }

  private static boolean reachable(JavaClass each) {
    return each.getModifiers().contains(JavaModifier.PUBLIC)
        && each.getEnclosingClass().map(Signatures::reachable).orElse(true);
  }

  private static boolean open(JavaMember member) {
    Set<JavaModifier> modifiers = member.getModifiers();
    return (modifiers.contains(JavaModifier.PUBLIC) || modifiers.contains(JavaModifier.PROTECTED))
        && !modifiers.contains(JavaModifier.SYNTHETIC);
  }

  private static String signature(JavaMember member) {
    StringBuilder text = new StringBuilder(member.getFullName());
    member.getAllInvolvedRawTypes().forEach(type -> text.append(' ').append(type.getName()));
    return text.toString();
  }

  private static String names(JavaType type) {
    StringBuilder text = new StringBuilder();
    type.getAllInvolvedRawTypes().forEach(raw -> text.append(' ').append(raw.getName()));
    return text.toString();
  }
}
