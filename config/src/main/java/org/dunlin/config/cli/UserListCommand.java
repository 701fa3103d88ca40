package org.dunlin.config.cli;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.dunlin.config.hub.HubTools;
import org.dunlin.store.Stores;
import org.dunlin.store.people.Person;
import picocli.CommandLine.Command;

/** {@code dunlin user list}: who may sign in, and what they may do. */
@Command(
    name = "list",
    description = "Lists the people, by name: their roles, how it stands, when they last came.",
    mixinStandardHelpOptions = true)
final class UserListCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    return HubTools.with(UserListCommand::list);
  }

  private static int list(Stores stores) {
    stores.people().all().forEach(person -> System.out.println(line(person)));
    return 0;
  }

  private static String line(Person person) {
    return String.join(
        "\t",
        person.name(),
        roles(person),
        person.state().name().toLowerCase(Locale.ROOT),
        person.signedInAt() == null ? "never signed in" : "signed in " + person.signedInAt());
  }

  private static String roles(Person person) {
    String single =
        person.companies().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getValue() + " " + each.getKey())
            .collect(Collectors.joining(", "));
    if (person.everywhere() == null) {
      return single.isEmpty() ? "no role" : single;
    }
    return person.everywhere() + " of all companies" + (single.isEmpty() ? "" : ", " + single);
  }
}
